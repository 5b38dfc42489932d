package io.vedette.agent.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address on somebody else's server that the owner of this agent named, with its path. Plain http is taken here: it is for
 * what stands in the same house, and no picture goes there.
 */
public record HookAddress(URI base) implements Peer {

    public HookAddress {
        String scheme = base.getScheme() == null ? "" : base.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("https") && !scheme.equals("http")) || base.getHost() == null) {
            throw new IllegalArgumentException("begins with https:// or http:// and names a host.");
        }
        if (base.getRawUserInfo() != null || base.getRawFragment() != null) {
            throw new IllegalArgumentException("holds no user and no #.");
        }
        if (base.getRawPath().startsWith("//")) {
            throw new IllegalArgumentException("has one / between host and path.");
        }
        base = URI.create(base.toASCIIString()); // what stands in a request line is ASCII
    }

    /** Reads what a person wrote; throws {@link IllegalArgumentException} with a sentence for that person. */
    public static HookAddress of(String text) {
        try {
            return new HookAddress(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address: " + e.getReason() + ".", e);
        }
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
