package io.vedette.contracts.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** The keys and signatures of both ends: Ed25519 (RFC 8032), keys as SubjectPublicKeyInfo (RFC 8410), text in base64url. */
public final class Signatures {
    /** Twelve bytes that say "Ed25519", then the key. */
    private static final int ENCODED = 44;

    private Signatures() {}

    /** The encoded key; empty when the text is no such key. */
    public static Optional<byte[]> key(String text) {
        try {
            byte[] encoded = Base64.getUrlDecoder().decode(text.getBytes(StandardCharsets.UTF_8));
            if (encoded.length != ENCODED) {
                return Optional.empty();
            }
            parse(encoded);
            return Optional.of(encoded);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    public static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    public static boolean verifies(byte[] encodedKey, byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(parse(encodedKey));
            check.update(message);
            return check.verify(Base64.getUrlDecoder().decode(signature.getBytes(StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey parse(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
