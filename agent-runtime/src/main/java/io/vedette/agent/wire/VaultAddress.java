package io.vedette.agent.wire;

import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the vault of a site is: https with the one certificate it shows, or plain http on this machine.
 *
 * @param pinned SHA-256 of its certificate (DER), base64url; null for plain http
 */
public record VaultAddress(URI base, @Nullable String pinned) implements Peer {
    private static final String FINGERPRINT = "[A-Za-z0-9_-]{43}";

    public VaultAddress {
        boolean secure = base.getScheme().equals("https");
        if (secure && (pinned == null || !pinned.matches(FINGERPRINT))) {
            throw new IllegalArgumentException("A vault with https needs the fingerprint of its certificate.");
        }
    }

    /** As {@link HubAddress#of}. */
    public static VaultAddress of(String text, @Nullable String fingerprint) {
        return new VaultAddress(HubAddress.base(text, "vault"), fingerprint);
    }

    /** The address alone, as a person types it. */
    public static URI typed(String text) {
        return HubAddress.base(text, "vault");
    }

    @Override
    public Optional<String> fingerprint() {
        return secure() ? Optional.ofNullable(pinned) : Optional.empty();
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
