package io.vedette.agent.wire;

import java.net.URI;
import java.util.Optional;

/** Whom a request goes to. */
public sealed interface Peer permits HubAddress, HookAddress, StoreAddress, VaultAddress {
    /** Scheme, host and port, and for some a path; the scheme is http or https, and there is a host. */
    URI base();

    /** True for TLS, with a checked host name or a {@linkplain #fingerprint pinned certificate}. */
    default boolean secure() {
        return "https".equalsIgnoreCase(base().getScheme());
    }

    /** SHA-256 of the one certificate (DER) that is taken, base64url; empty where authorities and host name decide. */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** Without the brackets of an IPv6 literal. */
    default String host() {
        String host = base().getHost();
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    default int port() {
        return base().getPort() >= 0 ? base().getPort() : secure() ? 443 : 80;
    }

    /** The value of the Host header. */
    default String authority() {
        return base().getRawAuthority();
    }

    /** Path and query, for the request line. */
    default String path() {
        return path(base());
    }

    /** As {@link #path()}, of an address that is not taken yet. */
    static String path(URI base) {
        String path = base.getRawPath().isEmpty() ? "/" : base.getRawPath();
        return base.getRawQuery() == null ? path : path + "?" + base.getRawQuery();
    }
}
