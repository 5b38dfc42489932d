package io.vedette.agent.config;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The agent's own Ed25519 key (RFC 8032). The private half is made here and never leaves the home. The file holds both halves
 * in PEM (RFC 7468: PKCS#8, then SubjectPublicKeyInfo), because the JDK cannot compute the public half from the private one.
 * Safe for use by several threads.
 */
public final class AgentKey {
    private static final byte[] SAMPLE = "vedette-key-check".getBytes(StandardCharsets.US_ASCII);
    private static final int MOST_FILE = 4096;

    private final KeyPair pair;

    private AgentKey(KeyPair pair) {
        this.pair = pair;
    }

    /** The key in the file, or a new one after writing it there: asked twice, it is the same. */
    public static AgentKey in(Path file) throws IOException {
        return Files.exists(file) ? kept(file) : fresh(file);
    }

    private static AgentKey fresh(Path file) throws IOException {
        try {
            AgentKey key = new AgentKey(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
            OwnerFile.write(
                    file,
                    Pem.of("PRIVATE KEY", key.pair.getPrivate().getEncoded())
                            + Pem.of("PUBLIC KEY", key.pair.getPublic().getEncoded()));
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no Ed25519", e);
        }
    }

    /**
     * The key that a pairing left here. Throws {@link IOException} with a sentence when there is none, or two halves that do
     * not belong together: the hub knows one key only, a new one would not help.
     */
    public static AgentKey kept(Path file) throws IOException {
        try {
            if (!Files.exists(file) || Files.size(file) > MOST_FILE) {
                throw new GeneralSecurityException("no file, or too large");
            }
            String text = Files.readString(file, StandardCharsets.US_ASCII);
            KeyFactory factory = KeyFactory.getInstance("Ed25519");
            PrivateKey secret = factory.generatePrivate(new PKCS8EncodedKeySpec(Pem.block("PRIVATE KEY", text)));
            PublicKey open = factory.generatePublic(new X509EncodedKeySpec(Pem.block("PUBLIC KEY", text)));
            AgentKey key = new AgentKey(new KeyPair(open, secret));
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(open);
            check.update(SAMPLE);
            if (!check.verify(key.signature(SAMPLE))) {
                throw new GeneralSecurityException("the halves differ");
            }
            return key;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IOException(
                    file
                            + " holds no usable key. Put it back from a backup, or pair this agent anew in another folder.",
                    e);
        }
    }

    /** X.509 SubjectPublicKeyInfo (RFC 8410), base64url without padding. */
    public String publicKey() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(pair.getPublic().getEncoded());
    }

    /** Signs; base64url without padding. */
    public String sign(byte[] message) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature(message));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java cannot sign with Ed25519", e);
        }
    }

    private byte[] signature(byte[] message) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("Ed25519");
        signature.initSign(pair.getPrivate());
        signature.update(message);
        return signature.sign();
    }

    @Override
    public String toString() {
        return "AgentKey[" + publicKey() + "]";
    }
}
