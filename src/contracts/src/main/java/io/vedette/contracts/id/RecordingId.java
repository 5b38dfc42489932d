package io.vedette.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One recording: one fragmented MP4 file. Made by the agent; believed only together with that agent. */
public record RecordingId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RecordingId {}

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static RecordingId of(String text) {
        return new RecordingId(Uuids.parse(text));
    }

    public static RecordingId fresh() {
        return new RecordingId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
