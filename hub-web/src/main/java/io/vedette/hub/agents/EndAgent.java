package io.vedette.hub.agents;

import io.vedette.contracts.link.Protocol;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of an agent: its key opens nothing from the commit on, and what it has open is closed right then. */
@Singleton
public class EndAgent {
    private static final Logger LOG = LoggerFactory.getLogger(EndAgent.class);

    private final TenantWork work;
    private final AgentLinks links;
    private final AgentNews news;
    private final Clock clock;

    @Inject
    public EndAgent(TenantWork work, AgentLinks links, AgentNews news, Clock clock) {
        this.work = work;
        this.links = links;
        this.news = news;
        this.clock = clock;
    }

    /** Inside a transaction. The camera is free for another agent at once; what this one recorded stays. */
    void end(Agent agent) {
        AgentRef ref = agent.ref();
        agent.revoke(clock.instant());
        work.entities(ref.tenant()).flush(); // before the row of another one: a camera has one that is not revoked
        work.note(Deed.ofCamera(DeedKind.AGENT_REVOKED, ref.camera().value()).with("agent", ref.agent()));
        work.afterCommit(() -> {
            LOG.info("agent {} is revoked", ref.agent());
            links.close(ref.agent(), Protocol.REVOKED, "revoked by its owner");
            news.revoked(ref);
        });
    }
}
