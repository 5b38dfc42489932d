package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;

/** An agent that has proved who it is, and the camera it stands in front of. */
public record AgentRef(TenantId tenant, AgentId agent, CameraId camera) {}
