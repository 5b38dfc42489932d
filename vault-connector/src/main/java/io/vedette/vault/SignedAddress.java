package io.vedette.vault;

import java.net.URI;
import java.time.Instant;
import java.util.Map;

/**
 * An address by which anybody may do one thing with one blob for a while, without the store's keys: as good as a secret until then.
 *
 * @param headers to be sent with it, to the letter; they are signed too
 */
public record SignedAddress(URI uri, Map<String, String> headers, Instant expires) {
    public SignedAddress {
        headers = Map.copyOf(headers);
    }

    /** Without what signs it. */
    @Override
    public String toString() {
        return "an address at " + uri.getHost() + " until " + expires;
    }
}
