package io.vedette.hub.recordings.entity;

import io.vedette.contracts.id.AgentId;

/**
 * Who sends a recording.
 *
 * @param isVault a vault of the camera's site, and not the agent that recorded it
 */
public record Sender(AgentId id, boolean isVault) {
    public static Sender agent(AgentId id) {
        return new Sender(id, false);
    }

    public static Sender vault(AgentId id) {
        return new Sender(id, true);
    }
}
