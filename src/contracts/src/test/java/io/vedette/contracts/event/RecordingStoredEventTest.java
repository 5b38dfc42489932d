package io.vedette.contracts.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import io.vedette.contracts.event.EventCodec.UnreadableEvent;
import io.vedette.contracts.event.RecordingStored.AskedBy;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.MotionMarks;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordingStoredEventTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RecordingId RECORDING = RecordingId.of("01a1f94a-3971-7d65-821c-e07d22fc2686");
    private static final CameraId GATE = CameraId.of("01940000-0000-7000-8000-00000000aaaa");
    private static final TenantId ACME = TenantId.of("01940000-0000-7000-8000-00000000ac3e");
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final MotionMarks SOME_MOTION = new MotionMarks("Bg==", "", 250);

    /** The promise to readers. When this fails, the form has changed: only a new field may change the file. */
    @Test
    void itIsWrittenAsTheExampleSays() throws IOException {
        assertThat(new String(EventCodec.write(stored("Gate", SOME_MOTION)), UTF_8))
                .isEqualTo(JSON.readTree(example()).toString());
    }

    @Test
    void theSchemaNamesExactlyTheFieldsOfTheExample() throws IOException {
        var schema = JSON.readTree(schema());
        var event = JSON.readTree(example());

        assertThat(schema.at("/$defs/event/properties").fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> event.fieldNames());
        for (String part : new String[] {"", "/tenant", "/camera", "/blob", "/motion"}) {
            assertThat(schema.at(part.isEmpty() ? "/properties" : "/properties" + part + "/properties")
                            .fieldNames())
                    .toIterable()
                    .containsExactlyInAnyOrderElementsOf(
                            () -> event.at("/data" + part).fieldNames());
        }
    }

    @Test
    void whatIsWrittenFitsTheSchemaAndComesBack() throws Exception {
        for (RecordingStoredEvent event :
                new RecordingStoredEvent[] {stored("Gate", SOME_MOTION), stored("Höfe \"&\" Tore 🚪", null), largest()
                }) {
            byte[] json = EventCodec.write(event);

            assertThat(validator().validate(JSON.readTree(json))).isEmpty();
            assertThat(EventCodec.recordingStored(json)).isEqualTo(event);
            assertThat(json).hasSizeLessThan(EventCodec.MOST_BYTES);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"specversion\":\"1.0\"",
                "\"time\":\"2026-11-20T12:00:15.250Z\"",
                "\"sha256\":\"",
                "\"slug\":\"acme\"",
                "\"key\":\"",
                "\"durationMs\":",
                "\"thumbnail\":",
                "\"blindMs\":"
            })
    void withoutAPartItNeitherFitsTheSchemaNorIsRead(String part) throws IOException {
        String renamed = new String(EventCodec.write(stored("Gate", SOME_MOTION)), UTF_8)
                .replace(part, part.replaceFirst("\"", "\"other_"));

        assertThat(validator().validate(JSON.readTree(renamed))).isNotEmpty();
        assertThatThrownBy(() -> EventCodec.recordingStored(renamed.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void whatALaterVersionAddsIsIgnored() throws Exception {
        String later = new String(example(), UTF_8)
                .replace("\"specversion\"", "\"traceparent\" : \"00-1-2-01\", \"specversion\"")
                .replace("\"slug\"", "\"plan\" : {\"gold\" : 1}, \"slug\"")
                .replace("\"RULE\"", "\"LEGAL_HOLD\"");

        assertThat(validator().validate(JSON.readTree(later))).isEmpty();
        assertThat(EventCodec.recordingStored(later.getBytes(UTF_8)).data().askedBy())
                .isEqualTo(AskedBy.OTHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "no JSON", "{\"specversion\":\"1.0\"}"})
    void whatIsNoEventIsRefused(String text) {
        assertThatThrownBy(() -> EventCodec.recordingStored(text.getBytes(UTF_8)))
                .isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void whatIsTooLongIsRefusedBeforeItIsRead() {
        byte[] endless = new byte[EventCodec.MOST_BYTES + 1];
        Arrays.fill(endless, (byte) '[');

        assertThatThrownBy(() -> EventCodec.recordingStored(endless)).hasMessageContaining("longer than");
    }

    @Test
    void anEnvelopeThatSaysSomethingElseThanItsDataIsRefused() {
        String other = new String(EventCodec.write(stored("Gate", null)), UTF_8)
                .replace("\"source\":\"/t/acme", "\"source\":\"/t/globex");

        assertThatThrownBy(() -> EventCodec.recordingStored(other.getBytes(UTF_8)))
                .hasMessageContaining("the source is not");
    }

    @Test
    void theSameRecordingIsTheSameEventAndTheOrderOfSequencesIsThatOfTheirText() {
        var data = stored("Gate", null).data();

        var first = RecordingStoredEvent.of(data, NOON, 9);
        var again = RecordingStoredEvent.of(data, NOON.plusSeconds(60), 10);

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(first.sequence()).isLessThan(again.sequence());
        assertThat(again.sequence())
                .isLessThan(RecordingStoredEvent.of(data, NOON, Long.MAX_VALUE).sequence());
        assertThatIllegalArgumentException().isThrownBy(() -> RecordingStoredEvent.of(data, NOON, -1));
    }

    private static RecordingStoredEvent stored(String camera, @Nullable MotionMarks motion) {
        return event(camera, "vault", key(), "video/mp4; codecs=\"avc1.4d401f\"", motion, 42);
    }

    /** Each part as long as it may be, in letters that take the most room. */
    private static RecordingStoredEvent largest() {
        BitSet moved = new BitSet();
        moved.set(0, MotionMarks.MOST_SECONDS);
        byte[] heat = new byte[MotionMarks.CELLS];
        Arrays.fill(heat, (byte) 255);
        String control = "\u0001";
        return event(
                control.repeat(100),
                control.repeat(100),
                control.repeat(512),
                control.repeat(200),
                MotionMarks.of(moved, heat, Integer.MAX_VALUE),
                Long.MAX_VALUE);
    }

    private static RecordingStoredEvent event(
            String camera, String provider, String key, String mime, @Nullable MotionMarks motion, long sequence) {
        var data = new RecordingStored(
                new RecordingStored.Tenant(ACME, "acme"),
                new RecordingStored.Camera(GATE, camera),
                RECORDING,
                NOON,
                12_000,
                1_500_000,
                "a".repeat(64),
                mime,
                1280,
                720,
                new RecordingStored.Blob(provider, key),
                true,
                AskedBy.RULE,
                motion);
        return RecordingStoredEvent.of(data, NOON.plusMillis(15_250), sequence);
    }

    private static String key() {
        return ACME + "/" + GATE + "/2026/11/20/" + RECORDING + ".mp4";
    }

    private static JsonSchema validator() throws IOException {
        String text = new String(schema(), UTF_8);
        var factory = JsonSchemaFactory.getInstance(
                SpecVersion.VersionFlag.V202012,
                builder ->
                        builder.schemaLoaders(loaders -> loaders.schemas(Map.of(RecordingStoredEvent.SCHEMA, text))));
        return factory.getSchema(
                SchemaLocation.of(RecordingStoredEvent.SCHEMA + "#/$defs/event"),
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
    }

    private static byte[] schema() throws IOException {
        return resource("recording-stored-v1.json");
    }

    private static byte[] example() throws IOException {
        return resource("recording-stored-v1.example.json");
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = RecordingStoredEvent.class.getResourceAsStream("/schema/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }
}
