package io.vedette.contracts.pairing;

/**
 * What a new agent posts to {@link #PATH}.
 *
 * @param publicKey Ed25519, X.509 SubjectPublicKeyInfo (RFC 8410), base64url without padding
 * @param proof Ed25519 signature over {@link io.vedette.contracts.link.Proof#pairing}, base64url
 * @param version the agent's own version, for people
 * @param host name of the machine, for people; at most 100 characters
 */
public record PairingRequest(PairingToken token, String publicKey, String proof, String version, String host) {
    public static final String PATH = "/api/v1/pair";
}
