package io.vedette.hub.platform.config;

import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says why a secret is none. Never repeats it. */
final class WeakSecret {
    private static final int LEAST_CHARACTERS = 16;
    private static final int LEAST_KEY_BYTES = 32;
    /** What must be left, and how varied, once the words that everybody tries first are taken out. */
    private static final int LEAST_OWN = 8;

    private static final int LEAST_DIFFERENT = 6;
    private static final Pattern TRIED_FIRST = Pattern.compile(
            "change|default|example|sample|insecure|password|passwd|passwort|secret|geheim|admin|root|user"
                    + "|vedette|keycloak|postgres|client|owner|ticket|key|hub|letmein|welcome|qwert[yz]|please"
                    + "|0?123456789|123456|abcdef(ghij)?|test|demo|[^a-z0-9]");

    private WeakSecret() {}

    static Optional<String> ofText(String secret) {
        if (secret.length() < LEAST_CHARACTERS) {
            return Optional.of("is too short: a secret has at least 16 characters");
        }
        String own = TRIED_FIRST.matcher(secret.toLowerCase(Locale.ROOT)).replaceAll("");
        boolean guessable = own.length() < LEAST_OWN || own.chars().distinct().count() < LEAST_DIFFERENT;
        return guessable ? Optional.of("can be guessed: make one with `openssl rand -base64 24`") : Optional.empty();
    }

    static Optional<String> ofKey(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return Optional.of("is not base64");
        }
        if (bytes.length < LEAST_KEY_BYTES) {
            return Optional.of("is too short: it holds at least 32 random bytes, in base64");
        }
        // 32 random bytes with fewer than 16 different ones do not occur; typed ones do
        long different = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1)
                .chars()
                .distinct()
                .count();
        return different < LEAST_KEY_BYTES / 2
                ? Optional.of("can be guessed: make one with `openssl rand -base64 32`")
                : Optional.empty();
    }
}
