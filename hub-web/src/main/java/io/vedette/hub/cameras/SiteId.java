package io.vedette.hub.cameras;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** A place with cameras. */
public record SiteId(UUID value) {
    public static SiteId of(String text) {
        return new SiteId(Uuids.parse(text));
    }

    public static SiteId fresh() {
        return new SiteId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
