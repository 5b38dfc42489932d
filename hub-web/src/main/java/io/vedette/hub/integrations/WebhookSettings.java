package io.vedette.hub.integrations;

import io.vedette.contracts.Secret;
import java.net.URI;

/**
 * An address that is told, in words that only we can sign.
 *
 * @param key at least 16 characters; who receives compares the signature with it
 */
public record WebhookSettings(URI address, Secret key) {
    private static final int SHORTEST_KEY = 16;
    private static final int LONGEST = 1000;

    public WebhookSettings {
        require(
                "https".equals(address.getScheme()) || "http".equals(address.getScheme()),
                "the address is http or https");
        require(
                address.getHost() != null && address.getRawUserInfo() == null,
                "the address has a host and no password");
        require(
                address.getRawFragment() == null && address.toString().length() <= LONGEST,
                "not an address to post to");
        require(
                key.reveal().length() >= SHORTEST_KEY && key.reveal().length() <= LONGEST,
                "the key has at least " + SHORTEST_KEY + " characters");
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
