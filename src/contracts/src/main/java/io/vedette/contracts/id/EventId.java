package io.vedette.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Something an agent saw and reports once. Made by the agent; unique together with it. */
public record EventId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EventId {}

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static EventId of(String text) {
        return new EventId(Uuids.parse(text));
    }

    public static EventId fresh() {
        return new EventId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
