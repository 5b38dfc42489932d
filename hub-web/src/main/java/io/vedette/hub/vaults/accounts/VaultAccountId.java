package io.vedette.hub.vaults.accounts;

import io.vedette.contracts.id.Uuids;
import java.util.UUID;

/** A key pair that sends recordings. */
public record VaultAccountId(UUID value) {
    public static VaultAccountId of(String text) {
        return new VaultAccountId(Uuids.parse(text));
    }

    public static VaultAccountId fresh() {
        return new VaultAccountId(Uuids.fresh());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
