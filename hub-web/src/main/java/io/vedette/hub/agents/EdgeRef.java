package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;

/** A paired device that has proved who it is: in front of a camera, or the vault of a site. */
public sealed interface EdgeRef permits AgentRef, VaultRef {
    TenantId tenant();

    AgentId agent();

    /** Something that was done with it, about where it stands. */
    Deed deed(DeedKind kind);
}
