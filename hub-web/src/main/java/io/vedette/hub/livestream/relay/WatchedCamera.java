package io.vedette.hub.livestream.relay;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.agents.AgentRef;

/** What a live session is about; the tenant is part of it, so that a session is never found without naming one. */
public record WatchedCamera(TenantId tenant, CameraId camera) {
    static WatchedCamera of(AgentRef agent) {
        return new WatchedCamera(agent.tenant(), agent.camera());
    }
}
