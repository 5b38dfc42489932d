package io.vedette.hub.vaults;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** A place that an owner brought. */
public record StorageProviderId(UUID value) {
    public static StorageProviderId of(String text) {
        return new StorageProviderId(Uuids.parse(text));
    }

    public static StorageProviderId fresh() {
        return new StorageProviderId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
