package io.vedette.contracts.link;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The exact bytes that are signed. Each begins with its purpose, so that one signature can never serve as another. */
public final class Proof {
    private Proof() {}

    /** Signed by the hub, once per connection: both nonces, so that no answer of an earlier connection fits. */
    public static byte[] hub(TenantId tenant, String agentsNonce, String hubsNonce) {
        return lines("vedette-hub-v1", tenant.toString(), agentsNonce, hubsNonce);
    }

    /** Signed by the agent, once per connection: the hub's nonce, who it claims to be, and which of its lives this is. */
    public static byte[] hello(TenantId tenant, AgentId agent, String nonce, FromAgent.Life life) {
        return lines(
                "vedette-hello-v2",
                tenant.toString(),
                agent.toString(),
                nonce,
                life.instance(),
                Long.toString(life.count()));
    }

    /** Signed by the agent at pairing: shows that whoever has the token also has the private key. */
    public static byte[] pairing(String token, String publicKey) {
        return lines("vedette-pairing-v1", token, publicKey);
    }

    /** Signed by the hub at pairing: this key of the agent's is bound to this camera, by whoever has the hub's key. */
    public static byte[] paired(TenantId tenant, AgentId agent, CameraId camera, String agentKey) {
        return lines("vedette-paired-v1", tenant.toString(), agent.toString(), camera.toString(), agentKey);
    }

    /** As {@link #paired}, for an edge vault: {@code site} in place of the camera, and its own purpose. */
    public static byte[] vaultPaired(TenantId tenant, AgentId vault, UUID site, String vaultKey) {
        return lines("vedette-vault-paired-v1", tenant.toString(), vault.toString(), site.toString(), vaultKey);
    }

    /** Signed by the hub: until then, this agent may bring recordings of this camera to this edge vault. */
    static byte[] bringing(TenantId tenant, AgentId vault, AgentId agent, CameraId camera, long untilMillis) {
        return lines(
                "vedette-vault-ticket-v1",
                tenant.toString(),
                vault.toString(),
                agent.toString(),
                camera.toString(),
                Long.toString(untilMillis));
    }

    /**
     * Signed by the agent with both keys, the one it has and the one it wants: the hub's nonce of this connection, so that no
     * renewal of another day fits.
     */
    public static byte[] renewal(TenantId tenant, AgentId agent, String nonce, String oldKey, String newKey) {
        return lines("vedette-renewal-v1", tenant.toString(), agent.toString(), nonce, oldKey, newKey);
    }

    /** Signed by the hub: this is the agent's key now. */
    public static byte[] renewed(TenantId tenant, AgentId agent, String newKey) {
        return lines("vedette-renewed-v1", tenant.toString(), agent.toString(), newKey);
    }

    private static byte[] lines(String... parts) {
        return String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    }
}
