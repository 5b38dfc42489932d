package io.vedette.agent.wire;

import java.util.Optional;

/** Whom a request goes to. */
public sealed interface Peer permits HubAddress, HookAddress, StoreAddress, VaultAddress {
    /** True for TLS, with a checked host name or a {@linkplain #fingerprint pinned certificate}. */
    boolean secure();

    /** SHA-256 of the one certificate (DER) that is taken, base64url; empty where authorities and host name decide. */
    default Optional<String> fingerprint() {
        return Optional.empty();
    }

    /** Without the brackets of an IPv6 literal. */
    String host();

    int port();

    /** The value of the Host header. */
    String authority();
}
