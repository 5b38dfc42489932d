package io.vedette.vault;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 (FIPS 180-4) over a whole blob, as 64 lower-case hex digits: the one spelling used on the wire and in rows. */
public record Sha256(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

    public Sha256 {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a SHA-256 is 64 lower-case hex digits");
        }
    }

    /** A digest to feed. Not for several threads at once. */
    public static MessageDigest computing() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Ends the digest, which is fresh again afterwards. */
    public static Sha256 of(MessageDigest fed) {
        return new Sha256(HexFormat.of().formatHex(fed.digest()));
    }

    public static Sha256 of(byte[] content) {
        return new Sha256(HexFormat.of().formatHex(computing().digest(content)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
