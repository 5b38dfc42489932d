package io.vedette.agent.wire;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * The signed address of a part, at a store that the hub named, with path and query to the letter. https anywhere; plain http only on this machine, as for
 * the {@link HubAddress}: whoever listens in between would see every picture.
 */
public record StoreAddress(URI uri) implements Peer {
    /** Throws {@link IllegalArgumentException} for an address that no recording may go to. */
    public StoreAddress {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        if ((!scheme.equals("https") && !scheme.equals("http")) || uri.getHost() == null) {
            throw new IllegalArgumentException("the address of the store is not https");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new IllegalArgumentException("the address of the store holds a user or a #");
        }
        if (scheme.equals("http") && !HubAddress.onThisMachine(uri.getHost())) {
            throw new IllegalArgumentException("the address of the store is plain http");
        }
        var unused = HubAddress.checked(path(uri));
    }

    public static StoreAddress of(String text) {
        try {
            return new StoreAddress(new URI(text));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the address of the store is none", e);
        }
    }

    /** Path and query, for the request line. */
    public String path() {
        return path(uri);
    }

    private static String path(URI uri) {
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    @Override
    public boolean secure() {
        return uri.getScheme().equals("https");
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

    /** Without what signs it. */
    @Override
    public String toString() {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
