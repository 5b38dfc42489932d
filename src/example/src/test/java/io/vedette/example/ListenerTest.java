package io.vedette.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.event.RecordingStoredEvent;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.LinkCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The webhook's end, before a hub that has one recording, of a kind that nothing decodes. */
class ListenerTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final String KEY = "a key that both sides know";
    private static final byte[] FILE = "no pictures at all".getBytes(StandardCharsets.UTF_8);

    private final HttpClient http = HttpClient.newHttpClient();
    private final RecordingStoredEvent event = event();
    private final List<JsonNode> posted = new CopyOnWriteArrayList<>();
    private HttpServer hub;
    private Listener listener;
    private volatile int fetching = 200;
    private volatile int posting = 201;
    private volatile byte[] file = FILE;

    @BeforeEach
    void begin() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        hub.createContext("/t/acme/media/" + event.subject() + ".mp4", this::media);
        hub.createContext("/api/v1/t/acme/recordings/" + event.subject() + "/analyses", this::analyses);
        hub.start();
        URI at = URI.create("http://127.0.0.1:" + hub.getAddress().getPort());
        var settings = new Settings(at, new Secret("vdt_program"), new Secret(KEY), "127.0.0.1", 0);
        listener = Listener.open(settings, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void end() {
        listener.close();
        hub.stop(0);
    }

    @Test
    void anEventIsAnsweredWhenTheRunWasPostedUnderItsId() throws Exception {
        assertThat(tell(NOW)).isEqualTo(204);

        assertThat(posted).singleElement().satisfies(run -> {
            assertThat(run.path("run").asText()).isEqualTo(event.id());
            assertThat(run.path("engine").path("name").asText()).isEqualTo("example");
            assertThat(run.path("detections")).isEmpty();
        });
    }

    @Test
    void anEventThatComesAgainIsTakenAndNotWorkedOnAgain() throws Exception {
        tell(NOW);

        assertThat(tell(NOW.minusSeconds(200))).isEqualTo(204);
        assertThat(posted).hasSize(1);
    }

    @Test
    void aPostThatIsNotSignedOrAskewOrOldIsNotUnderstoodAtAll() throws Exception {
        byte[] body = EventCodec.write(event);

        assertThat(send(body, "t=" + NOW.getEpochSecond() + ",v1=" + "0".repeat(64)))
                .isEqualTo(401);
        assertThat(send(body, signature("another key of the length", NOW, body)))
                .isEqualTo(401);
        assertThat(send(body, signature(KEY, NOW.minusSeconds(301), body))).isEqualTo(401);
        assertThat(send(body, signature(KEY, NOW.plusSeconds(301), body))).isEqualTo(401);
        assertThat(send(body, "v1=x")).isEqualTo(401);
        assertThat(send("{}".getBytes(StandardCharsets.UTF_8), signature(KEY, NOW, body)))
                .isEqualTo(401);
        assertThat(posted).isEmpty();
    }

    @Test
    void whatIsSignedAndNoEventOfOursIsRefusedForGood() throws Exception {
        byte[] body = "{\"type\":\"other\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(send(body, signature(KEY, NOW, body))).isEqualTo(400);
    }

    @Test
    void whileTheHubDoesNotGiveTheRecordingTheEventIsToComeAgain() throws Exception {
        fetching = 503;
        assertThat(tell(NOW)).isEqualTo(503);

        fetching = 200;
        file = "other bytes that".getBytes(StandardCharsets.UTF_8);
        assertThat(tell(NOW)).as("another file than was announced").isEqualTo(503);

        file = FILE;
        posting = 500;
        assertThat(tell(NOW)).isEqualTo(503);

        posting = 200;
        assertThat(tell(NOW)).isEqualTo(204);
    }

    @Test
    void aRecordingThatIsGoneAndARunThatSaidSomethingElseAreDoneWith() throws Exception {
        posting = 409;
        assertThat(tell(NOW)).isEqualTo(204);
    }

    @Test
    void aRecordingThatTheTokenMayNotSeeIsDoneWith() throws Exception {
        fetching = 404;
        assertThat(tell(NOW)).isEqualTo(204);
        assertThat(posted).isEmpty();
    }

    private int tell(Instant at) throws Exception {
        byte[] body = EventCodec.write(event);
        return send(body, signature(KEY, at, body));
    }

    private int send(byte[] body, String signature) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(listener.address())
                .header("X-Vedette-Signature", signature)
                .POST(BodyPublishers.ofByteArray(body));
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private void media(HttpExchange exchange) throws IOException {
        answer(exchange, fetching, fetching == 200 ? file : new byte[0]);
    }

    private void analyses(HttpExchange exchange) throws IOException {
        posted.add(LinkCodec.json().readTree(exchange.getRequestBody().readAllBytes()));
        answer(exchange, posting, new byte[0]);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        boolean known = "Bearer vdt_program".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        try (exchange) {
            exchange.sendResponseHeaders(known ? status : 401, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static RecordingStoredEvent event() {
        return RecordingStoredEvent.of(
                new RecordingStored(
                        new RecordingStored.Tenant(TenantId.fresh(), "acme"),
                        new RecordingStored.Camera(CameraId.fresh(), "Gate"),
                        RecordingId.fresh(),
                        NOW,
                        10_000,
                        FILE.length,
                        sha256(),
                        "video/mp4",
                        640,
                        360,
                        new RecordingStored.Blob("hub", "key"),
                        false,
                        RecordingStored.AskedBy.RULE,
                        null),
                NOW,
                1);
    }

    private static String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(FILE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By the words of the guide, apart from the code that reads it. */
    private static String signature(String key, Instant at, byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        mac.update((at.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8));
        return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(body));
    }
}
