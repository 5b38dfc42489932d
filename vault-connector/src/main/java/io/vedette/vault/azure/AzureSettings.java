package io.vedette.vault.azure;

import io.vedette.contracts.Secret;
import io.vedette.vault.NamePrefix;
import java.net.URI;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a container is and with what it is opened.
 *
 * @param endpoint empty for {@code https://<account>.blob.core.windows.net}; else scheme and host alone, or scheme, host, port and the
 *     account as the path, as Azurite wants it ({@code http://127.0.0.1:10000/devstoreaccount1})
 * @param key one of the account's two shared keys, base64 as the portal shows it
 * @param prefix what our keys begin with in the container, a {@link NamePrefix}
 */
public record AzureSettings(Optional<URI> endpoint, String account, Secret key, String container, String prefix) {
    // Microsoft's "Storage account overview" and "Naming and referencing containers, blobs, and metadata"
    private static final Pattern ACCOUNT = Pattern.compile("[a-z0-9]{3,24}");
    private static final Pattern CONTAINER = Pattern.compile("[a-z0-9](?:-?[a-z0-9]){2,62}");
    private static final int LONGEST_CONTAINER = 63;

    public AzureSettings {
        require(ACCOUNT.matcher(account).matches(), "not the name of a storage account");
        endpoint.ifPresent(address -> requireAddress(address, account));
        require(
                container.length() <= LONGEST_CONTAINER
                        && CONTAINER.matcher(container).matches(),
                "not the name of a container");
        requireKey(key);
        var unused = new NamePrefix(prefix);
    }

    URI address() {
        return endpoint.orElseGet(() -> URI.create("https://" + account + ".blob.core.windows.net"));
    }

    /** The SDK takes the account from the path when there is a port and only then; any other form it would bend silently. */
    private static void requireAddress(URI address, String account) {
        require(
                "https".equals(address.getScheme()) || "http".equals(address.getScheme()),
                "the address is http or https");
        require(
                address.getHost() != null && address.getRawUserInfo() == null,
                "the address has a host and no password");
        require(
                address.getRawQuery() == null && address.getRawFragment() == null,
                "the address has no query and no fragment");
        if (address.getPort() < 0) {
            require(
                    address.getRawPath().isEmpty() || "/".equals(address.getRawPath()),
                    "an address without a port has no path");
        } else {
            require(
                    address.getRawPath().equals("/" + account)
                            || address.getRawPath().equals("/" + account + "/"),
                    "an address with a port has the account as its path");
        }
    }

    private static void requireKey(Secret key) {
        require(!key.reveal().isBlank(), "the key of the account is missing");
        try {
            require(Base64.getDecoder().decode(key.reveal()).length > 0, "the key of the account is missing");
        } catch (IllegalArgumentException e) { // which would repeat a piece of it
            throw new IllegalArgumentException("the key of the account is not base64");
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
