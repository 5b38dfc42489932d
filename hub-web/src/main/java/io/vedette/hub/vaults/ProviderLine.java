package io.vedette.hub.vaults;

import java.net.URI;

/** A place in the list of its owner. */
public record ProviderLine(String id, StorageKind kind, String name, String where, boolean main) {
    static ProviderLine of(StorageProvider provider) {
        String host = provider.endpoint().map(URI::getAuthority).orElseGet(() -> home(provider));
        return new ProviderLine(
                provider.id().toString(),
                provider.kind(),
                provider.name(),
                provider.container() + "/" + provider.prefix() + " · " + host,
                provider.main());
    }

    private static String home(StorageProvider provider) {
        return switch (provider.kind()) {
            case S3 -> "AWS " + provider.region().orElse("");
            case AZURE -> "Azure " + provider.account();
        };
    }
}
