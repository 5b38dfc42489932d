package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.Agent;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Has a camera recorded from now on, for a while, whatever moves: for whoever sees something that the rules would not keep.
 * Who may ask for recordings may do so. An order is for an agent that is here; nobody wants yesterday's carried out today.
 */
@Singleton
public class OrderRecording {
    public static final Duration LONGEST = Duration.ofMillis(FromHub.RecordOrder.LONGEST_MS);

    private final TenantWork work;
    private final VisibleCameras visible;
    private final Agents agents;
    private final AgentLinks links;
    private final Clock clock;

    @Inject
    public OrderRecording(TenantWork work, VisibleCameras visible, Agents agents, AgentLinks links, Clock clock) {
        this.work = work;
        this.visible = visible;
        this.agents = agents;
        this.links = links;
        this.clock = clock;
    }

    /** What came of an order. */
    public sealed interface Outcome {
        /** It is on its way to the agent, which is connected. */
        record Sent(Instant until) implements Outcome {}

        record AgentAway() implements Outcome {}
    }

    /** @param length up to {@link #LONGEST}, from now on; takes the place of an earlier order */
    public Outcome begin(Viewer viewer, CameraId camera, Duration length) {
        return send(viewer, camera, length, DeedKind.RECORDING_ORDERED);
    }

    public Outcome end(Viewer viewer, CameraId camera) {
        return send(viewer, camera, Duration.ZERO, DeedKind.RECORDING_ORDER_ENDED);
    }

    private Outcome send(Viewer viewer, CameraId camera, Duration length, DeedKind kind) {
        visible.demand(viewer, camera, Action.REQUEST_UPLOAD);
        var agent = agents.ofCamera(viewer.tenant(), camera).map(Agent::id).filter(links::online);
        if (agent.isEmpty()) {
            return new Outcome.AgentAway();
        }
        Instant now = clock.instant();
        Instant until = now.plus(length);
        var order = new FromHub.RecordOrder(Math.toIntExact(length.toMillis()));
        work.note(Deed.ofCamera(kind, camera.value()).span(now, until));
        work.afterCommit(() -> {
            links.send(agent.get(), order);
            links.ordered(agent.get(), until);
        });
        return new Outcome.Sent(until);
    }
}
