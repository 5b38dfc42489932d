package io.vedette.agent.wire;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/**
 * An address on somebody else's server that the owner of this agent named, with its path. Plain http is taken here: it is for
 * what stands in the same house, and no picture goes there.
 */
public record HookAddress(URI uri) implements Peer {

    public HookAddress {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
            throw new IllegalArgumentException("begins with https:// or http:// and names a host.");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("holds no user and no #.");
        }
        if (uri.getRawPath().startsWith("//")) {
            throw new IllegalArgumentException("has one / between host and path.");
        }
        uri = URI.create(uri.toASCIIString()); // what stands in a request line is ASCII
    }

    /** Reads what a person wrote; throws {@link IllegalArgumentException} with a sentence for that person. */
    public static HookAddress of(String text) {
        try {
            return new HookAddress(new URI(text.strip()));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("is no address: " + e.getReason() + ".", e);
        }
    }

    /** Path and query, for the request line. */
    public String path() {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public boolean secure() {
        return "https".equalsIgnoreCase(uri.getScheme());
    }

    @Override
    public String host() {
        String host = uri.getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public int port() {
        return uri.getPort() >= 0 ? uri.getPort() : secure() ? 443 : 80;
    }

    @Override
    public String authority() {
        return uri.getRawAuthority();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
