package io.vedette.hub.platform.config;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

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
                    + "|openssl|rand|base64|0?123456789|123456|abcdef(ghij)?|test|demo|[^a-z0-9]");

    private WeakSecret() {}

    static Optional<String> ofText(String secret) {
        if (secret.length() < LEAST_CHARACTERS) {
            return Optional.of("is too short: a secret has at least 16 characters");
        }
        // somebody who is told that a word is guessable writes it in other letters
        boolean guessable = guessable(secret)
                || base64(secret)
                        .filter(bytes -> typed(bytes) || counted(bytes))
                        .isPresent()
                || hex(secret).filter(WeakSecret::typed).isPresent();
        return guessable ? Optional.of("can be guessed: make one with `openssl rand -base64 24`") : Optional.empty();
    }

    static Optional<String> ofKey(String base64) {
        Optional<byte[]> bytes = base64(base64);
        if (bytes.isEmpty()) {
            return Optional.of("is not base64");
        }
        if (bytes.get().length < LEAST_KEY_BYTES) {
            return Optional.of("is too short: it holds at least 32 random bytes, in base64");
        }
        return counted(bytes.get()) || typed(bytes.get())
                ? Optional.of("can be guessed: make one with `openssl rand -base64 32`")
                : Optional.empty();
    }

    private static boolean guessable(String text) {
        String own = TRIED_FIRST.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return own.length() < LEAST_OWN || own.chars().distinct().count() < LEAST_DIFFERENT;
    }

    /** 32 random bytes with fewer than 16 different ones, or with fewer than 16 different steps between them, do not occur. */
    private static boolean counted(byte[] bytes) {
        if (bytes.length < LEAST_KEY_BYTES) {
            return false;
        }
        long different =
                IntStream.range(0, bytes.length).map(at -> bytes[at]).distinct().count();
        long steps = IntStream.range(1, bytes.length)
                .map(at -> (byte) (bytes[at] - bytes[at - 1]))
                .distinct()
                .count();
        return Math.min(different, steps) < LEAST_KEY_BYTES / 2;
    }

    /** Text that can be guessed, and not bytes. */
    private static boolean typed(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.chars().allMatch(c -> c >= ' ' && c <= '~') && guessable(text);
    }

    private static Optional<byte[]> base64(String text) {
        try {
            return Optional.of(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<byte[]> hex(String text) {
        try {
            return Optional.of(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
