package io.vedette.hub.agents;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/** What people decide about the agent in front of a camera. Inside a transaction; only for who arranges cameras. */
@Singleton
public class AgentCare {
    private final TenantWork work;
    private final Cameras cameras;
    private final Agents agents;
    private final EndAgent ending;
    private final RenewKeys renewals;
    private final Clock clock;

    @Inject
    public AgentCare(
            TenantWork work, Cameras cameras, Agents agents, EndAgent ending, RenewKeys renewals, Clock clock) {
        this.work = work;
        this.cameras = cameras;
        this.agents = agents;
        this.ending = ending;
        this.renewals = renewals;
        this.clock = clock;
    }

    /** It is shut out at once, for good; the camera waits for another one. */
    public void revoke(Viewer viewer, CameraId camera) {
        ending.end(agent(viewer, camera));
    }

    /** As {@link #revoke(Viewer, CameraId)}, of the one that was looked at. */
    public void revoke(Viewer viewer, CameraId camera, AgentId seen) {
        ending.end(same(agent(viewer, camera), seen));
    }

    /** The words are the same at both ends: it may speak for its camera. */
    public void confirm(Viewer viewer, CameraId camera, AgentId seen) {
        same(agent(viewer, camera), seen).confirm(clock.instant());
        note(DeedKind.AGENT_CONFIRMED, camera, seen);
    }

    /** The alarm about two boxes with one key was a mistake, or the other box is gone. */
    public void accept(Viewer viewer, CameraId camera, AgentId seen) {
        same(agent(viewer, camera), seen).accepted();
        note(DeedKind.AGENT_ACCEPTED, camera, seen);
    }

    /** It shall make a new key: at once, or when it comes next. */
    public void renew(Viewer viewer, CameraId camera, AgentId seen) {
        renewals.ask(same(agent(viewer, camera), seen).ref());
        note(DeedKind.AGENT_KEY_ASKED, camera, seen);
    }

    private void note(DeedKind kind, CameraId camera, AgentId agent) {
        work.note(Deed.ofCamera(kind, camera.value()).with("agent", agent));
    }

    private Agent agent(Viewer viewer, CameraId camera) {
        cameras.get(viewer, camera);
        viewer.must(Permission.PAIR);
        return agents.ofCamera(viewer.tenant(), camera).orElseThrow(() -> new Refusal(Problem.NOT_FOUND));
    }

    /** What was looked at is what is decided about: another one may have come meanwhile. */
    private static Agent same(Agent now, AgentId seen) {
        if (!now.id().equals(seen)) {
            throw new Refusal(Problem.CHANGED);
        }
        return now;
    }
}
