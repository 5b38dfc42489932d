package io.vedette.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** An edge agent: one process that watches one camera. */
public record AgentId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AgentId {}

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static AgentId of(String text) {
        return new AgentId(Uuids.parse(text));
    }

    public static AgentId fresh() {
        return new AgentId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
