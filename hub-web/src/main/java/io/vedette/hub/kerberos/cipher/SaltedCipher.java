package io.vedette.hub.kerberos.cipher;

import io.vedette.contracts.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * As {@code openssl aes-256-cbc -d -md md5}: "Salted__", eight bytes of salt, and AES-256-CBC with PKCS#7 padding, key and IV by
 * EVP_BytesToKey with one round of MD5. What it gives is not authentic: whoever calls believes it no further than that somebody
 * who knows the passphrase wrote something like it, once.
 */
public final class SaltedCipher {
    private static final byte[] BEGINS = "Salted__".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 8;
    private static final int KEY = 32;
    private static final int BLOCK = 16;

    private SaltedCipher() {}

    /** Empty for what is not of this form, was made with another passphrase, or was damaged where the padding shows it. */
    public static Optional<byte[]> decrypt(byte[] data, Secret passphrase) {
        int body = BEGINS.length + SALT;
        if (data.length <= body
                || (data.length - body) % BLOCK != 0
                || !Arrays.equals(BEGINS, Arrays.copyOf(data, BEGINS.length))) {
            return Optional.empty();
        }
        byte[] drawn = draw(passphrase.bytes(), Arrays.copyOfRange(data, BEGINS.length, body));
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.DECRYPT_MODE,
                    new SecretKeySpec(drawn, 0, KEY, "AES"),
                    new IvParameterSpec(drawn, KEY, BLOCK));
            return Optional.of(cipher.doFinal(data, body, data.length - body));
        } catch (GeneralSecurityException wrong) {
            return Optional.empty();
        } finally {
            Arrays.fill(drawn, (byte) 0);
        }
    }

    /** EVP_BytesToKey: each MD5 is over the one before, the passphrase and the salt. */
    private static byte[] draw(byte[] passphrase, byte[] salt) {
        byte[] drawn = new byte[KEY + BLOCK];
        byte[] last = {};
        for (int at = 0; at < drawn.length; at += last.length) {
            MessageDigest md5 = md5();
            md5.update(last);
            md5.update(passphrase);
            last = md5.digest(salt);
            System.arraycopy(last, 0, drawn, at, last.length);
        }
        return drawn;
    }

    private static MessageDigest md5() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has MD5", e);
        }
    }
}
