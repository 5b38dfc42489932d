package io.vedette.hub.livestream.relay;

import io.vedette.contracts.id.LiveSessionId;
import io.vedette.hub.agents.AgentRef;

/** How the relay asks an agent for pictures. Hints, not promises: an agent that is told nothing stops by itself. */
public interface AgentLine {
    /** False when the agent is not connected. */
    boolean start(AgentRef agent, LiveSessionId session, int generation);

    void extend(AgentRef agent, LiveSessionId session);

    void stop(AgentRef agent, LiveSessionId session);
}
