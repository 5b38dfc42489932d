package io.vedette.vault.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.event.RecordingStored.AskedBy;
import io.vedette.contracts.event.RecordingStoredEvent;
import io.vedette.contracts.id.RecordingId;
import io.vedette.vault.contract.Bodies;
import io.vedette.vault.event.EventFault.Kind;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingEventTest {
    private static final byte[] BODY = {'{', '}'};

    @Test
    void aStoredRecordingGoesOutAsItsEvent() throws Exception {
        RecordingStoredEvent stored = stored();

        OutgoingEvent event = OutgoingEvent.of(stored);

        assertThat(event.id()).isEqualTo(stored.id());
        assertThat(event.key()).isEqualTo(Bodies.GATE.toString());
        assertThat(event.sequence()).isEqualTo("0000000000000000007");
        assertThat(event.contentType()).isEqualTo("application/cloudevents+json");
        assertThat(EventCodec.recordingStored(event.bytes())).isEqualTo(stored);
        assertThat(event.attributes()).containsEntry("type", "io.vedette.recording.stored.v1");
    }

    @Test
    void itsBytesAreItsOwnAndAreNotShown() {
        byte[] body = {'h', 'i'};
        var event = new OutgoingEvent("id", "gate", "1", "text/plain", body, Map.of());

        body[0] = 'x';
        event.bytes()[1] = 'x';

        assertThat(event.bytes()).isEqualTo(new byte[] {'h', 'i'});
        assertThat(event).hasToString("event id of gate, 2 bytes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "with space", "Tür", "line\nbreak"})
    void whatNotEveryBrokerTakesForAnIdOrKeyIsRefused(String word) {
        assertThatIllegalArgumentException().isThrownBy(() -> event(word, "gate", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> event("id", word, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> event("i".repeat(129), "gate", Map.of()));
    }

    @Test
    void attributesAreFewAndSmallAndNoneIsOneOfOurs() {
        for (String name : new String[] {"", "Type", "with-dash", "id", "sequence", "partitionkey", "n".repeat(21)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> event("id", "gate", Map.of(name, "value")));
        }
        for (String value : new String[] {"", "Tür", "a\r\nb", "v".repeat(513)}) {
            assertThatIllegalArgumentException().isThrownBy(() -> event("id", "gate", Map.of("name", value)));
        }
        Map<String, String> many = new HashMap<>();
        for (int i = 0; i <= OutgoingEvent.MOST_ATTRIBUTES; i++) {
            many.put("name" + i, "value");
        }
        assertThatIllegalArgumentException().isThrownBy(() -> event("id", "gate", many));
    }

    @Test
    void anEventHasSomeBytesAndNotTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingEvent("id", "gate", "1", "text/plain", new byte[0], Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingEvent(
                        "id", "gate", "1", "text/plain", new byte[OutgoingEvent.MOST_BYTES + 1], Map.of()));
    }

    /** What an outbox does: put the event aside, wait, or call its owner. */
    @ParameterizedTest
    @EnumSource
    void aFaultIsAboutTheEventOrPassesOrNeedsTheOwner(Kind kind) {
        assertThat(kind.poison()).isEqualTo(kind == Kind.TOO_LARGE || kind == Kind.UNFIT);
        assertThat(kind.passing()).isEqualTo(kind == Kind.THROTTLED || kind == Kind.BROKEN);
    }

    private static OutgoingEvent event(String id, String key, Map<String, String> attributes) {
        return new OutgoingEvent(id, key, "1", "text/plain", BODY, attributes);
    }

    private static RecordingStoredEvent stored() {
        var recording = RecordingId.of("01a1f94a-3971-7d65-821c-e07d22fc2686");
        var data = new RecordingStored(
                new RecordingStored.Tenant(Bodies.ACME, "acme"),
                new RecordingStored.Camera(Bodies.GATE, "Gate"),
                recording,
                Bodies.NOON,
                12_000,
                1_500_000,
                "a".repeat(64),
                "video/mp4",
                1280,
                720,
                new RecordingStored.Blob("vault", "a/b.mp4"),
                true,
                AskedBy.REQUEST,
                null);
        return RecordingStoredEvent.of(data, Bodies.NOON, 7);
    }
}
