package io.vedette.hub.platform.security;

import java.util.List;

/**
 * The paths that may be asked without a sign-in, because they are public or because they carry a proof of another kind
 * (pairing token, agent's signature, ticket, logout token). Everything else needs a person.
 */
final class OpenPaths {
    private static final List<String> EXACT = List.of(
            "/health/ready",
            "/health/live",
            "/health/started",
            "/login/callback",
            "/login/backchannel",
            "/login/failed",
            "/api/v1/pair",
            "/ws/agent",
            "/ws/publish",
            "/health/ready",
            "/favicon.ico");
    private static final List<String> BELOW = List.of("/assets/", "/get/", "/intake/");

    private OpenPaths() {}

    static boolean open(String path) {
        return EXACT.contains(path) || BELOW.stream().anyMatch(path::startsWith);
    }

    /** A page shows the login; an interface, a socket or a media byte answers 401. */
    static boolean page(String method, String path) {
        return method.equals("GET")
                && !path.startsWith("/api/")
                && !path.contains("/media/")
                && !path.contains("/socket/")
                && !path.contains("/news");
    }
}
