package io.vedette.hub.livestream.relay;

import io.vedette.contracts.link.FromAgent.LiveState;
import io.vedette.contracts.live.PublishHello;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.web.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All live sessions of this node. Nothing here waits for anybody; whoever owns the relay calls {@link #tick} a few times a
 * second. Safe for several threads.
 */
public final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);

    private final Map<WatchedCamera, LiveSession> sessions = new ConcurrentHashMap<>();
    private final AgentLine line;
    private final LongSupplier ticker;
    private final DoubleSupplier jitter;
    private final Limits limits;
    private volatile Load load = new Load(0, 0);
    private volatile boolean stopped;

    /** What one node takes: viewers, and bytes of pictures held for them. */
    public record Limits(int viewers, long bytes) {}

    /** What it holds now. */
    public record Load(int viewers, long bytes) {}

    /**
     * Begins with no session.
     *
     * @param ticker monotonic nanoseconds
     * @param jitter from 0 to 1
     */
    public Relay(AgentLine line, LongSupplier ticker, DoubleSupplier jitter, Limits limits) {
        this.line = line;
        this.ticker = ticker;
        this.jitter = jitter;
        this.limits = limits;
    }

    /**
     * Somebody who may watch begins to. Empty when this node is full.
     *
     * @param agent the one in front of the camera, if there is one
     */
    public Optional<LiveViewer> watch(
            WatchedCamera camera, Optional<AgentRef> agent, boolean cameraLost, FragmentSink sink) {
        Load before = measure();
        if (before.viewers() >= limits.viewers() || before.bytes() >= limits.bytes()) {
            LOG.warn("this node takes no more live viewers: {}", before);
            return Optional.empty();
        }
        while (true) {
            LiveSession session = sessions.computeIfAbsent(camera, fresh -> new LiveSession(line, ticker, jitter));
            Optional<LiveViewer> viewer = session.join(agent, cameraLost, sink);
            if (viewer.isPresent()) {
                if (stopped) {
                    shutDown(); // which may have passed before this one joined
                }
                return viewer;
            }
            sessions.remove(camera, session);
        }
    }

    /** How a publisher's hello ended. */
    public sealed interface Admission {
        record Admitted(Publication publication) implements Admission {}

        /** {@link Problem#GONE}: nobody waits for it. {@link Problem#CONFLICT}: another generation is wanted, or is here. */
        record Refused(Problem problem) implements Admission {}
    }

    /** A publisher whose ticket is genuine is at the door. */
    public Admission publish(AgentRef from, PublishHello hello, PublisherSocket socket) {
        LiveSession session = sessions.get(WatchedCamera.of(from));
        if (session == null || !session.id().equals(hello.session()) || session.ended()) {
            return new Admission.Refused(Problem.GONE);
        }
        return session.attach(from, hello.generation(), socket)
                .<Admission>map(Admission.Admitted::new)
                .orElseGet(() -> new Admission.Refused(Problem.CONFLICT));
    }

    public void online(AgentRef agent) {
        with(agent, session -> session.online(agent));
    }

    public void offline(AgentRef agent) {
        with(agent, session -> session.offline(agent));
    }

    /** Whoever watches goes on waiting, for the agent that comes in its place. */
    public void revoked(AgentRef agent) {
        with(agent, session -> session.revoked(agent));
    }

    public void said(AgentRef agent, LiveState state) {
        with(agent, session -> session.said(agent, state));
    }

    public void camera(AgentRef agent, boolean lost) {
        with(agent, session -> session.camera(lost));
    }

    private void with(AgentRef agent, Consumer<LiveSession> what) {
        LiveSession session = sessions.get(WatchedCamera.of(agent));
        if (session != null) {
            what.accept(session);
        }
    }

    /** Does what is due: leases, patience, grace, viewers that do not answer. */
    public void tick() {
        sessions.values().forEach(LiveSession::tick);
        sessions.values().removeIf(LiveSession::ended);
        load = measure();
        if (load.bytes() > limits.bytes()) {
            relieve();
        }
    }

    /** As of the last tick. */
    public Load load() {
        return load;
    }

    /** Ends everything, for good: agents are told to stop, viewers are closed, those who still come too. */
    public void shutDown() {
        stopped = true;
        sessions.values().forEach(LiveSession::shutDown);
        sessions.clear();
    }

    private Load measure() {
        int viewers = 0;
        long bytes = 0;
        for (LiveSession session : sessions.values()) {
            bytes += session.kept();
            for (LiveViewer viewer : session.viewers()) {
                viewers++;
                bytes += viewer.underWay();
            }
        }
        return new Load(viewers, bytes);
    }

    /** Over the node's cap: whoever has owed an answer longest goes first. */
    private void relieve() {
        List<LiveViewer> slowest = sessions.values().stream()
                .flatMap(session -> session.viewers().stream())
                .filter(viewer -> viewer.underWay() > 0)
                .sorted(Comparator.comparingLong(LiveViewer::silence).reversed())
                .toList();
        for (LiveViewer viewer : slowest) {
            if (measure().bytes() <= limits.bytes()) {
                return;
            }
            viewer.close(Problem.TOO_MANY.closeCode(), "this node is full");
        }
    }
}
