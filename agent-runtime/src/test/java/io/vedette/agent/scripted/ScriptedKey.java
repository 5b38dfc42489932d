package io.vedette.agent.scripted;

import io.vedette.contracts.link.Signatures;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;

/** The scripted hub's own key, for all its tenants alike. */
final class ScriptedKey {
    private final KeyPair pair;

    ScriptedKey() {
        try {
            pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    String publicKey() {
        return Signatures.text(pair.getPublic().getEncoded());
    }

    String sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return Signatures.text(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a proof could not be signed", e);
        }
    }
}
