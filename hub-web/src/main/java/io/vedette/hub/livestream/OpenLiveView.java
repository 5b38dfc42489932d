package io.vedette.hub.livestream;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraState;
import io.vedette.hub.access.Visit;
import io.vedette.hub.access.Visits;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.cameras.grants.Grants;
import io.vedette.hub.livestream.relay.WatchedCamera;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether somebody may watch a camera live: asked before the first byte, and again for as long as they watch. */
@Singleton
public class OpenLiveView {
    private static final Logger LOG = LoggerFactory.getLogger(OpenLiveView.class);

    private final Visits visits;
    private final VisibleCameras visible;
    private final Agents agents;
    private final Grants grants;
    private final TenantWork work;
    private final LiveMinutes minutes;
    private final Clock clock;

    @Inject
    public OpenLiveView(
            Visits visits,
            VisibleCameras visible,
            Agents agents,
            Grants grants,
            TenantWork work,
            LiveMinutes minutes,
            Clock clock) {
        this.work = work;
        this.minutes = minutes;
        this.visits = visits;
        this.visible = visible;
        this.agents = agents;
        this.grants = grants;
        this.clock = clock;
    }

    /**
     * A view that may begin.
     *
     * @param agent the agent in front of the camera, connected or not; empty before one is paired
     */
    public record Opening(WatchedCamera camera, Optional<AgentRef> agent, boolean cameraLost) {}

    /** Throws {@link Refusal}: no such camera for this person, or one that they may not watch live. */
    public Opening open(Person person, String slug, CameraId camera) {
        return visits.as(person, slug, visit -> {
            visible.demand(visit.viewer(), camera, Action.LIVE);
            LOG.info("{} may watch camera {} live", visit.viewer().subject(), camera);
            var agent = agents.ofCamera(visit.viewer().tenant(), camera);
            return new Opening(
                    new WatchedCamera(visit.viewer().tenant(), camera),
                    agent.map(Agent::ref),
                    agent.filter(one -> one.cameraState() == CameraState.LOST).isPresent());
        });
    }

    /**
     * What may still be watched.
     *
     * @param until when to ask again at the latest: a grant of this person ends then
     */
    public record Still(Set<CameraId> allowed, Instant until) {
        static final Still NOTHING = new Still(Set.of(), Instant.MAX);
    }

    /** Of all that somebody watches in a tenant: one question for a whole wall of cameras. */
    public Still still(Person person, String slug, Set<CameraId> watched) {
        try {
            return visits.as(
                    person,
                    slug,
                    visit -> new Still(visible.among(visit.viewer(), watched, Action.LIVE), nextEnd(visit)));
        } catch (Refusal noLongerAMember) {
            LOG.debug("{}", noLongerAMember.problem());
            return Still.NOTHING;
        }
    }

    /** The next minute of a view that goes on. False when the tenant has none left. */
    public boolean goesOn(TenantId tenant) {
        try {
            work.run(tenant, () -> minutes.take(tenant));
            return true;
        } catch (Refusal quotaFull) {
            LOG.debug("{}", quotaFull.problem());
            return false;
        }
    }

    private Instant nextEnd(Visit visit) {
        Instant now = clock.instant();
        Instant grantEnds = grants.nextEnd(visit.viewer(), now);
        Instant visitEnds = Visits.end(visit);
        return visitEnds.isBefore(grantEnds) ? visitEnds : grantEnds;
    }
}
