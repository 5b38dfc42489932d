package io.vedette.contracts.link;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * What an agent shows to the vault of its site: that the hub lets it bring recordings of this camera there. The vault asks
 * nobody, so that it works while the hub is out of reach: it has the hub's key since it was paired.
 *
 * <p>As text: agent, camera, end in milliseconds since 1970 and signature, with dots between. Tenant and vault are signed and
 * not told: a ticket for another vault does not verify.
 *
 * @param until by the hub's clock
 */
public record VaultTicket(AgentId agent, CameraId camera, Instant until) {
    private static final int PARTS = 4;

    private static final int LONGEST_TEXT = 300;

    /** @param sign with the hub's key for this tenant: Ed25519, base64url */
    public String signed(TenantId tenant, AgentId vault, Function<byte[], String> sign) {
        long end = until.toEpochMilli();
        return agent + "." + camera + "." + end + "." + sign.apply(Proof.bringing(tenant, vault, agent, camera, end));
    }

    /**
     * Empty for what was not signed for this vault by this hub. Whether it is still good is another question: {@link #until}.
     *
     * @param hubKey encoded, as {@link Signatures#key} gives it
     */
    public static Optional<VaultTicket> read(String text, TenantId tenant, AgentId vault, byte[] hubKey) {
        String[] parts = text.length() > LONGEST_TEXT ? new String[0] : text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            AgentId agent = AgentId.of(parts[0]);
            CameraId camera = CameraId.of(parts[1]);
            long end = Long.parseLong(parts[2]);
            byte[] claim = Proof.bringing(tenant, vault, agent, camera, end);
            return Signatures.verifies(hubKey, claim, parts[3])
                    ? Optional.of(new VaultTicket(agent, camera, Instant.ofEpochMilli(end)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
