package io.vedette.hub.analysis;

import java.util.regex.Pattern;

/** What looked, and which version of it. Letters, digits, spaces and {@code . _ / + -}; 64 at most each. */
public record Engine(String name, String version) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9 ._/+-]{0,62}[A-Za-z0-9+])?");

    public Engine {
        if (!FORM.matcher(name).matches() || !FORM.matcher(version).matches()) {
            throw new IllegalArgumentException(
                    "an engine and its version have 1 to 64 letters, digits, spaces and . _ / + - each");
        }
    }
}
