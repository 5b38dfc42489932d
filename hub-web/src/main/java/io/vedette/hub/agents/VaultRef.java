package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;

/** An edge vault that has proved who it is, and the site whose recordings it keeps. */
public record VaultRef(TenantId tenant, AgentId agent, SiteId site) implements EdgeRef {
    @Override
    public Deed deed(DeedKind kind) {
        return Deed.of(kind, "site", site, "");
    }
}
