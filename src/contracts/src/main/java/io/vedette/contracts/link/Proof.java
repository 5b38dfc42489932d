package io.vedette.contracts.link;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import java.nio.charset.StandardCharsets;

/** The exact bytes an agent signs. Each begins with its purpose, so that one signature can never serve as another. */
public final class Proof {
    private Proof() {}

    /** Signed once per connection: the hub's nonce, and who the agent claims to be. */
    public static byte[] hello(TenantId tenant, AgentId agent, String nonce) {
        return lines("vedette-hello-v1", tenant.toString(), agent.toString(), nonce);
    }

    /** Signed at pairing: shows that whoever has the token also has the private key. */
    public static byte[] pairing(String token, String publicKey) {
        return lines("vedette-pairing-v1", token, publicKey);
    }

    private static byte[] lines(String... parts) {
        return String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
    }
}
