package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;

/**
 * An agent that has proved who it is, and the camera it stands in front of. The vault of a site is one, too, for a single recording
 * that it sends: of that recording's camera.
 */
public record AgentRef(TenantId tenant, AgentId agent, CameraId camera) implements EdgeRef {}
