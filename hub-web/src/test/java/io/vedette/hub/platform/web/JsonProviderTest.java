package io.vedette.hub.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vedette.contracts.id.CameraId;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonProviderTest {
    private static final CameraId CAMERA = CameraId.of("0199f1d2-0000-7000-8000-000000000001");
    private static final Annotation[] NONE = {};

    record Seen(
            CameraId camera,
            Instant at,
            List<String> tags,
            @Nullable String remark) {}

    private final JsonProvider json = new JsonProvider();

    @Test
    void aRecordIsWrittenWithIdsAndTimesAsText() throws IOException {
        var out = new ByteArrayOutputStream();
        var headers = new MultivaluedHashMap<String, Object>();

        json.writeTo(
                new Seen(CAMERA, Instant.parse("2026-03-01T10:00:00Z"), List.of("a"), null),
                Seen.class,
                Seen.class,
                NONE,
                MediaType.APPLICATION_JSON_TYPE,
                headers,
                out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"camera\":\"0199f1d2-0000-7000-8000-000000000001\",\"at\":\"2026-03-01T10:00:00Z\",\"tags\":[\"a\"]}");
        assertThat(headers.getFirst("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void aRecordIsReadBack() throws IOException {
        assertThat(read("{\"camera\":\"" + CAMERA
                        + "\",\"at\":\"2026-03-01T10:00:00Z\",\"tags\":[],\"remark\":\"x\",\"new\":1}"))
                .isEqualTo(new Seen(CAMERA, Instant.parse("2026-03-01T10:00:00Z"), List.of(), "x"));
    }

    @Test
    void whatIsNoJsonOrLacksAPartIsRefused() {
        assertThatThrownBy(() -> read("{")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("{\"camera\":\"" + CAMERA + "\"}")).isInstanceOf(JsonProcessingException.class);
        assertThatThrownBy(() -> read("null")).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> read("{\"camera\":null,\"at\":\"2026-03-01T10:00:00Z\",\"tags\":[],\"remark\":\"x\"}"))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void aBodyWithoutEndIsRefused() {
        assertThatThrownBy(() -> read("{\"a\":\"" + "x".repeat(70_000) + "\"}"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.TOO_LARGE));
    }

    @Test
    void onlyRecordsOfOursAreItsBusiness() {
        assertThat(json.isWriteable(Seen.class, Seen.class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isTrue();
        assertThat(json.isWriteable(String.class, String.class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
        assertThat(json.isReadable(List.class, List.class, NONE, MediaType.APPLICATION_JSON_TYPE))
                .isFalse();
    }

    @SuppressWarnings("unchecked")
    private Record read(String text) throws IOException {
        Class<?> type = Seen.class;
        return json.readFrom(
                (Class<Record>) type,
                Seen.class,
                NONE,
                MediaType.APPLICATION_JSON_TYPE,
                new MultivaluedHashMap<>(),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
