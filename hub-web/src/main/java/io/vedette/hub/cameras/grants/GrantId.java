package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** One delegation. */
public record GrantId(UUID value) {
    public static GrantId of(String text) {
        return new GrantId(Uuids.parse(text));
    }

    public static GrantId fresh() {
        return new GrantId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
