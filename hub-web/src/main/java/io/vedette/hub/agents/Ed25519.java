package io.vedette.hub.agents;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;

/** Agents' keys and signatures: Ed25519 (RFC 8032), keys as SubjectPublicKeyInfo (RFC 8410), text in base64url. */
final class Ed25519 {
    /** Twelve bytes that say "Ed25519", then the key. */
    private static final int ENCODED = 44;

    private Ed25519() {}

    /** The encoded key; empty when the text is no such key. */
    static Optional<byte[]> key(String text) {
        try {
            byte[] encoded = Base64.getUrlDecoder().decode(text);
            if (encoded.length != ENCODED) {
                return Optional.empty();
            }
            parse(encoded);
            return Optional.of(encoded);
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    static boolean verifies(byte[] encodedKey, byte[] message, String signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(parse(encodedKey));
            check.update(message);
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return false;
        }
    }

    private static PublicKey parse(byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }
}
