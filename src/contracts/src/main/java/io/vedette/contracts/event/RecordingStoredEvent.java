package io.vedette.contracts.event;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import java.time.Instant;
import java.util.Locale;

/**
 * {@link RecordingStored} in its envelope: CloudEvents 1.0.2 with the extensions Partitioning and Sequence. An event that is
 * sent again has the same {@code source} and {@code id}; that is how a receiver knows it.
 *
 * @param source where it comes from, {@code /t/{slug}/cameras/{id}}
 * @param subject the recording's id
 * @param time when the recording was stored
 * @param dataschema names the schema; absolute, as CloudEvents wants it, but no address to fetch from
 * @param partitionkey the camera's id: what has the same key has an order
 * @param sequence place in the camera's order: 19 digits, so that the order of the text is the order of the numbers
 */
public record RecordingStoredEvent(
        String specversion,
        String id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        String dataschema,
        String partitionkey,
        String sequence,
        RecordingStored data) {
    public static final String TYPE = "io.vedette.recording.stored.v1";
    public static final String SCHEMA = "urn:vedette:schema:recording-stored-v1";
    private static final String SPEC = "1.0";
    private static final String JSON = "application/json";

    /** Refuses an envelope that does not belong to its data: who reads one part alone must not be told something else. */
    public RecordingStoredEvent {
        require(SPEC.equals(specversion), "only CloudEvents 1.0 is read");
        require(TYPE.equals(type), "an event of another type");
        require(JSON.equals(datacontenttype), "the data is JSON");
        require(id.equals(id(data.recording())), "the id is not the recording's");
        require(source.equals(source(data)), "the source is not the recording's camera");
        require(subject.equals(data.recording().toString()), "the subject is not the recording");
        require(partitionkey.equals(data.camera().id().toString()), "the key is not the camera");
        require(
                sequence.length() == 19 && sequence.chars().allMatch(c -> c >= '0' && c <= '9'),
                "the sequence is 19 digits");
        require(dataschema.length() <= 200, "the schema's name is too long");
    }

    /** @param sequence grows from recording to recording of one camera; not negative */
    public static RecordingStoredEvent of(RecordingStored data, Instant storedAt, long sequence) {
        require(sequence >= 0, "the sequence begins at 0");
        CameraId camera = data.camera().id();
        return new RecordingStoredEvent(
                SPEC,
                id(data.recording()),
                source(data),
                TYPE,
                data.recording().toString(),
                storedAt,
                JSON,
                SCHEMA,
                camera.toString(),
                String.format(Locale.ROOT, "%019d", sequence),
                data);
    }

    /** The same for a recording whenever it is sent, and another than that of anything else that happens to it. */
    private static String id(RecordingId recording) {
        return recording + ".stored";
    }

    private static String source(RecordingStored data) {
        return "/t/" + data.tenant().slug() + "/cameras/" + data.camera().id();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
