package io.vedette.contracts.pairing;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import java.util.UUID;

/**
 * What the hub answers to an edge vault whose key it has bound to a site; as {@link PairingAnswer} otherwise. A token made for
 * a camera is refused here, and one made for a site there.
 *
 * @param name of the vault, as its owner gave it in the hub
 * @param proof the hub's signature over {@link io.vedette.contracts.link.Proof#vaultPaired}, base64url
 */
public record VaultPairingAnswer(
        TenantId tenant, AgentId vault, UUID site, String siteName, String name, String hubKey, String proof) {
    /** Where an edge vault posts its {@link PairingRequest}. */
    public static final String PATH = "/api/v1/pair-vault";
}
