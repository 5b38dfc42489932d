package io.vedette.hub.recordings.control;

import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Tickets;
import io.vedette.hub.agents.Tickets.Purpose;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Asks agents for the pictures of their recordings, again after a while apart for those that never came. */
@Singleton
public class GrantThumbnails {
    private static final Duration TICKET_LIFE = Duration.ofMinutes(15);
    private static final Duration LOOK_BACK = Duration.ofDays(1);
    private static final int MOST = 100;

    private final TenantWork work;
    private final Recordings recordings;
    private final Tickets tickets;
    private final AgentLinks links;
    private final Clock clock;

    @Inject
    public GrantThumbnails(TenantWork work, Recordings recordings, Tickets tickets, AgentLinks links, Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.tickets = tickets;
        this.links = links;
        this.clock = clock;
    }

    /** To be called when the recording's row is committed. */
    void grant(AgentRef agent, Recording recording) {
        links.send(
                agent.agent(),
                new FromHub.ThumbnailGrant(
                        recording.id(),
                        "/intake/thumbnail/" + agent.tenant() + "/" + recording.id(),
                        tickets.issue(Purpose.THUMBNAIL, agent, recording.id().value(), TICKET_LIFE)));
    }

    /** Those of the last day that were never sent. */
    public void grantMissing(AgentRef agent) {
        Instant since = clock.instant().minus(LOOK_BACK);
        work.as(agent.tenant(), () -> recordings.withoutThumbnail(agent.tenant(), agent.agent(), since, MOST))
                .forEach(recording -> grant(agent, recording));
    }
}
