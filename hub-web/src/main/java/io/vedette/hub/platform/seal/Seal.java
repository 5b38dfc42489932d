package io.vedette.hub.platform.seal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * One key of 256 bits, and what it closes: AES-GCM (NIST SP 800-38D) with a random nonce of 96 bits, a tag of 128, and the purpose as
 * associated data. Good for 2^32 messages. Any thread.
 */
final class Seal {
    static final int KEY_BYTES = 32;
    private static final byte FORM = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;

    Seal(byte[] key) {
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("a key has " + KEY_BYTES + " bytes");
        }
        this.key = new SecretKeySpec(key, "AES");
    }

    static byte[] freshKey() {
        byte[] key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return key;
    }

    /** The form's number, the nonce, then what AES-GCM makes of it. */
    byte[] close(byte[] open, String purpose) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, purpose);
            return ByteBuffer.allocate(1 + NONCE_BYTES + cipher.getOutputSize(open.length))
                    .put(FORM)
                    .put(nonce)
                    .put(cipher.doFinal(open))
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** Throws {@link SealBroken} when this key did not close it for this purpose, or somebody has changed it. */
    byte[] open(byte[] sealed, String purpose) {
        ByteBuffer given = ByteBuffer.wrap(sealed);
        if (given.remaining() < 1 + NONCE_BYTES || given.get() != FORM) {
            throw new SealBroken();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        given.get(nonce);
        byte[] closed = new byte[given.remaining()];
        given.get(closed);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, purpose).doFinal(closed);
        } catch (GeneralSecurityException e) {
            throw new SealBroken();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String purpose) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
