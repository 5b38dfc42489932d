package io.vedette.vault.event;

import io.vedette.contracts.event.EventCodec;
import io.vedette.contracts.event.RecordingStoredEvent;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An event as it is handed to a broker: what lies in the outbox. The narrowest of what all brokers take.
 *
 * @param id the same whenever the event is sent, 1 to 128 printable ASCII characters
 * @param key what has the same key keeps its order: the camera; as the id
 * @param sequence place in the key's order, a text that sorts, 1 to 64 digits or letters
 * @param contentType of the bytes
 * @param bytes the event itself, at most {@value #MOST_BYTES}; most brokers are set to less
 * @param attributes for whoever sorts events without reading them: at most {@value #MOST_ATTRIBUTES}, names as CloudEvents'
 *     (1 to 20 lower-case letters and digits, none of the three above), values of 1 to 512 printable ASCII characters
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out; nobody compares events
public record OutgoingEvent(
        String id, String key, String sequence, String contentType, byte[] bytes, Map<String, String> attributes) {
    public static final int MOST_BYTES = 2 << 20;
    /** A message of SQS has ten, of which id, key, sequence and content type take four. */
    public static final int MOST_ATTRIBUTES = 6;

    private static final Set<String> OURS = Set.of("id", "partitionkey", "sequence");
    private static final Pattern WORD = Pattern.compile("[!-~]{1,128}"); // what SQS takes for groups and deduplication
    private static final Pattern SEQUENCE = Pattern.compile("[0-9A-Za-z]{1,64}");
    private static final Pattern TYPE = Pattern.compile("[!-~]{1,64}/[!-~]{1,64}");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");
    private static final Pattern VALUE = Pattern.compile("[ -~]{1,512}");

    public OutgoingEvent {
        require(WORD.matcher(id).matches(), "not an event's id");
        require(WORD.matcher(key).matches(), "not a key");
        require(SEQUENCE.matcher(sequence).matches(), "not a sequence");
        require(TYPE.matcher(contentType).matches(), "not a content type");
        require(bytes.length > 0 && bytes.length <= MOST_BYTES, "an event has 1 to " + MOST_BYTES + " bytes");
        require(attributes.size() <= MOST_ATTRIBUTES, "more than " + MOST_ATTRIBUTES + " attributes");
        attributes.forEach((name, value) -> require(
                NAME.matcher(name).matches()
                        && !OURS.contains(name)
                        && VALUE.matcher(value).matches(),
                "not an attribute"));
        bytes = bytes.clone();
        attributes = Map.copyOf(attributes);
    }

    public static OutgoingEvent of(RecordingStoredEvent event) {
        return new OutgoingEvent(
                event.id(),
                event.partitionkey(),
                event.sequence(),
                EventCodec.CONTENT_TYPE,
                EventCodec.write(event),
                Map.of(
                        "specversion", event.specversion(),
                        "type", event.type(),
                        "source", event.source(),
                        "subject", event.subject(),
                        "time", event.time().toString()));
    }

    /** The caller's own. */
    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Without the bytes: names of places and people are in them. */
    @Override
    public String toString() {
        return "event " + id + " of " + key + ", " + bytes.length + " bytes";
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
