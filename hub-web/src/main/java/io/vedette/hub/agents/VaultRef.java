package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.cameras.SiteId;

/** An edge vault that has proved who it is, and the site whose recordings it keeps. */
public record VaultRef(TenantId tenant, AgentId agent, SiteId site) implements EdgeRef {}
