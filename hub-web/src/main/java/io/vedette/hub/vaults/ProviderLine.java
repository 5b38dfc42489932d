package io.vedette.hub.vaults;

import java.net.URI;

/** A place in the list of its owner. */
public record ProviderLine(String id, String name, String where, boolean main) {
    static ProviderLine of(StorageProvider provider) {
        String host = provider.endpoint().map(URI::getAuthority).orElse("AWS " + provider.region());
        return new ProviderLine(
                provider.id().toString(),
                provider.name(),
                provider.container() + "/" + provider.prefix() + " · " + host,
                provider.main());
    }
}
