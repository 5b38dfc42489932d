package io.vedette.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A camera, which keeps its id and history when the agent in front of it is swapped. */
public record CameraId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CameraId {}

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static CameraId of(String text) {
        return new CameraId(Uuids.parse(text));
    }

    public static CameraId fresh() {
        return new CameraId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
