package io.vedette.hub.platform.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for what somebody was told before they agreed: another one as soon as something else would have to be told. */
public final class Agreement {
    private static final int LENGTH = 32;

    private Agreement() {}

    public static String of(String... told) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : told) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8)); // so that two never run together
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
