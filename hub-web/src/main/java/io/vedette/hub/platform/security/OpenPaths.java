package io.vedette.hub.platform.security;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The paths that may be asked without a sign-in, because they are public or because they carry a proof of another kind
 * (pairing token, agent's signature, ticket, pair of keys, logout token). Everything else needs a person.
 */
final class OpenPaths {
    private static final List<String> EXACT = List.of(
            "/health/ready",
            "/health/live",
            "/health/started",
            "/login/callback",
            "/login/backchannel",
            "/api/v1/pair",
            "/api/v1/pair-vault",
            "/ws/agent",
            "/ws/publish",
            "/favicon.ico");
    /** The description of the interface: this address and nothing around it. */
    private static final String DOCUMENT = "/openapi";

    private static final List<String> BELOW = List.of("/assets/", "/get/", "/intake/", "/kerberos/");

    /** What the server would tell of itself to everybody who is signed in: its own figures and descriptions. */
    private static final List<String> CLOSED = List.of("/metrics", "/openapi", "/application.wadl", "/health");

    /** The server's own business, which it would refuse with a page of its own. */
    private static final Pattern INNER = Pattern.compile("/(WEB|META)-INF([/;].*)?", Pattern.CASE_INSENSITIVE);

    private OpenPaths() {}

    /**
     * Not there for anybody: what is the server's own, and what has parameters in its path (RFC 3986, section 3.3), which nobody
     * reads and which can make a private page look like a style sheet to a cache.
     */
    static boolean closed(String path) {
        String plain = decoded(path).replaceFirst("^/+", "/");
        return !open(path)
                && !path.equals(DOCUMENT)
                && (path.contains(";")
                        || INNER.matcher(plain).matches()
                        || CLOSED.stream()
                                .anyMatch(one -> plain.equals(one) || plain.matches("\\Q" + one + "\\E[/;].*")));
    }

    /** As the server reads it when it looks for who answers; what it cannot read it has refused before. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    static boolean open(String path) {
        return EXACT.contains(path) || BELOW.stream().anyMatch(path::startsWith);
    }

    /** Where an access token counts: the interface, and the bytes and live pictures that its documents point at. */
    static boolean forPrograms(String path) {
        return path.startsWith("/api/")
                || path.equals(DOCUMENT)
                || (path.startsWith("/t/") && (path.contains("/media/") || path.contains("/socket/live/")));
    }

    /** A page shows the login; an interface, a socket or a media byte answers 401. */
    static boolean page(String method, String path) {
        return method.equals("GET") && ofPeople(path);
    }

    /** What a page of ours sends. */
    static boolean form(String method, String path) {
        return method.equals("POST") && ofPeople(path);
    }

    private static boolean ofPeople(String path) {
        return !path.startsWith("/api/")
                && !path.equals(DOCUMENT)
                && !path.contains("/media/")
                && !path.contains("/socket/")
                && !path.contains("/news");
    }
}
