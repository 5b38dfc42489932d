package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** People who are given cameras together. */
public record TeamId(UUID value) {
    public static TeamId of(String text) {
        return new TeamId(Uuids.parse(text));
    }

    public static TeamId fresh() {
        return new TeamId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
