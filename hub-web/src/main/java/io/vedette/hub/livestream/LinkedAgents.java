package io.vedette.hub.livestream;

import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.livestream.relay.AgentLine;
import java.time.Duration;

/** Asks agents for pictures over their control links. */
final class LinkedAgents implements AgentLine {
    static final String PUBLISH_PATH = "/ws/publish";
    static final int LEASE_MILLIS = 15_000;
    private static final Duration TICKET = Duration.ofSeconds(30);

    private final AgentLinks links;
    private final Tickets tickets;

    LinkedAgents(AgentLinks links, Tickets tickets) {
        this.links = links;
        this.tickets = tickets;
    }

    @Override
    public boolean start(AgentRef agent, LiveSessionId session, int generation) {
        String ticket = tickets.issue(Tickets.Purpose.PUBLISH, agent, session.value(), TICKET);
        return links.send(
                agent.agent(), new FromHub.LiveStart(session, generation, PUBLISH_PATH, ticket, LEASE_MILLIS));
    }

    @Override
    public void extend(AgentRef agent, LiveSessionId session) {
        boolean unused = links.send(agent.agent(), new FromHub.LiveExtend(session, LEASE_MILLIS));
    }

    @Override
    public void stop(AgentRef agent, LiveSessionId session) {
        boolean unused = links.send(agent.agent(), new FromHub.LiveStop(session));
    }
}
