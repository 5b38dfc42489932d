package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;

/** A paired device that has proved who it is: in front of a camera, or the vault of a site. */
public sealed interface EdgeRef permits AgentRef, VaultRef {
    TenantId tenant();

    AgentId agent();
}
