package io.vedette.example;

import io.vedette.contracts.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the example needs to know.
 *
 * @param hub where the hub is, without a path
 * @param token with which it asks the hub: one that may replay cameras and write labels
 * @param key which the hub signs its posts with
 * @param host on which the example listens
 * @param port on which the example listens; 0 for any
 */
public record Settings(URI hub, Secret token, Secret key, String host, int port) {
    private static final String HUB = "VEDETTE_HUB";
    private static final String TOKEN = "VEDETTE_TOKEN";
    private static final String KEY = "VEDETTE_HOOK_KEY";
    private static final String HOST = "VEDETTE_HOOK_HOST";
    private static final String PORT = "VEDETTE_HOOK_PORT";
    private static final int USUAL_PORT = 18490;
    private static final int SHORTEST_KEY = 16;

    /** Something is missing or cannot be right; the message says all of it, a line each, for whoever starts the example. */
    public static final class Unusable extends Exception {
        Unusable(List<String> wrong) {
            super(String.join(System.lineSeparator(), wrong));
        }
    }

    /** @throws Unusable with everything that is missing or wrong */
    public static Settings of(Map<String, String> environment) throws Unusable {
        List<String> wrong = new ArrayList<>();
        Optional<URI> hub = given(environment, HUB).flatMap(Settings::address);
        if (hub.isEmpty()) {
            wrong.add(HUB + ": the address of the hub, such as https://hub.example.org or http://127.0.0.1:18480");
        }
        Optional<String> token = given(environment, TOKEN);
        if (token.isEmpty()) {
            wrong.add(TOKEN + ": a token that may see recordings and write labels to them (What I may see, My tokens)");
        }
        Optional<String> key = given(environment, KEY).filter(text -> text.length() >= SHORTEST_KEY);
        if (key.isEmpty()) {
            wrong.add(KEY + ": the key of the webhook as its page was given it, 16 characters or more");
        }
        Optional<Integer> port = given(environment, PORT).map(Settings::port).orElse(Optional.of(USUAL_PORT));
        if (port.isEmpty()) {
            wrong.add(PORT + ": a number from 0 to 65535; " + USUAL_PORT + " when left out");
        }
        if (!wrong.isEmpty()) {
            throw new Unusable(wrong);
        }
        return new Settings(
                hub.orElseThrow(),
                new Secret(token.orElseThrow()),
                new Secret(key.orElseThrow()),
                given(environment, HOST).orElse("127.0.0.1"),
                port.orElseThrow());
    }

    private static Optional<String> given(Map<String, String> environment, String name) {
        @Nullable String value = environment.get(name);
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            return web && uri.getHost() != null && uri.getRawPath().isEmpty() && uri.getRawQuery() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> port(String text) {
        try {
            return Optional.of(Integer.parseInt(text)).filter(port -> port >= 0 && port <= 65_535);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
