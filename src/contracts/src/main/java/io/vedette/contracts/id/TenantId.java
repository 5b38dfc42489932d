package io.vedette.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** A tenant: the organisation whose cameras, people and recordings are kept apart from everybody else's. */
public record TenantId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TenantId {}

    /** Reads the canonical text form; throws {@link IllegalArgumentException} for anything else. */
    public static TenantId of(String text) {
        return new TenantId(Uuids.parse(text));
    }

    public static TenantId fresh() {
        return new TenantId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
