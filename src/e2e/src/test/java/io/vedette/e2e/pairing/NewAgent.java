package io.vedette.e2e.pairing;

import io.vedette.contracts.link.Proof;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;

/** An agent that asks to be paired, with a key made for it alone. */
final class NewAgent {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PairingToken token;
    private final String publicKey;
    private PrivateKey signer;

    NewAgent(PairingToken token) {
        try {
            KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            this.token = token;
            this.publicKey = BASE64.encodeToString(keys.getPublic().getEncoded());
            this.signer = keys.getPrivate();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has Ed25519", e);
        }
    }

    /** Shows its own public key, but the proof is of somebody else's private one. */
    NewAgent signedBy(NewAgent other) {
        signer = other.signer;
        return this;
    }

    PairingRequest request() {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(signer);
            signature.update(Proof.pairing(token.reveal(), publicKey));
            return new PairingRequest(token, publicKey, BASE64.encodeToString(signature.sign()), "test", "test-host");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a proof could not be signed", e);
        }
    }
}
