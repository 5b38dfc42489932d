package io.vedette.agent.wire;

/** Whom a request goes to. */
public sealed interface Peer permits HubAddress, HookAddress, StoreAddress {
    /** True for TLS with a checked host name. */
    boolean secure();

    /** Without the brackets of an IPv6 literal. */
    String host();

    int port();

    /** The value of the Host header. */
    String authority();
}
