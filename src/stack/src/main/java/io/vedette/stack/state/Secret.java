package io.vedette.stack.state;

import java.security.SecureRandom;
import java.util.Base64;

/** A secret of the stack. Reaches children by their environment, never by their arguments. */
public record Secret(String reveal) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** 32 random bytes in base64, 256 bits. */
    public static Secret freshKey() {
        return new Secret(Base64.getEncoder().encodeToString(bytes(32)));
    }

    /** 24 letters and digits, 144 bits: safe in an address, a shell and a properties file. */
    public static Secret fresh() {
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(18)));
    }

    /** 16 letters without look-alikes, 74 bits: for the passwords a person types. */
    public static Secret freshPassword() {
        String letters = "abcdefghijkmnpqrstuvwxyz";
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 16; i++) {
            if (i > 0 && i % 4 == 0) {
                text.append('-');
            }
            text.append(letters.charAt(RANDOM.nextInt(letters.length())));
        }
        return new Secret(text.toString());
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    @Override
    public String toString() {
        return "***";
    }
}
