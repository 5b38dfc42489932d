package io.vedette.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** One upstream of live pictures of one camera, however many people watch it. */
public record LiveSessionId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public LiveSessionId {}

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static LiveSessionId of(String text) {
        return new LiveSessionId(Uuids.parse(text));
    }

    public static LiveSessionId fresh() {
        return new LiveSessionId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
