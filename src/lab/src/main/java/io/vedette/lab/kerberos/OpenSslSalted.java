package io.vedette.lab.kerberos;

import io.vedette.contracts.Secret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** As {@code openssl enc -aes-256-cbc -md md5} with a salt that is the same every time. */
public final class OpenSslSalted {
    private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8};

    private OpenSslSalted() {}

    public static byte[] encrypt(byte[] plain, Secret passphrase) {
        try {
            MessageDigest md5 = MessageDigest.getInstance("MD5");
            ByteBuffer drawn = ByteBuffer.allocate(48);
            byte[] last = {};
            while (drawn.hasRemaining()) {
                md5.update(last);
                md5.update(passphrase.bytes());
                md5.update(SALT);
                last = md5.digest();
                drawn.put(last);
            }
            Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    new SecretKeySpec(Arrays.copyOf(drawn.array(), 32), "AES"),
                    new IvParameterSpec(Arrays.copyOfRange(drawn.array(), 32, 48)));
            byte[] sealed = cipher.doFinal(plain);
            return ByteBuffer.allocate(16 + sealed.length)
                    .put("Salted__".getBytes(StandardCharsets.US_ASCII))
                    .put(SALT)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
