package io.vedette.agent.live;

import io.vedette.agent.wire.HubAddress;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromAgent.LiveState.Phase;
import io.vedette.contracts.link.FromHub;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The live sessions this agent publishes to, at most one publisher each. What is told here returns at once. Leases are
 * watched here, on the monotonic clock, and end a session whether or not the hub can still be heard.
 */
public final class LiveSessions implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSessions.class);
    /** One camera has a main and a small stream, and a session may be replaced by its next: more than this is a fault. */
    private static final int MOST = 4;

    private final HubAddress hub;
    private final LiveSource source;
    private final Consumer<FromAgent> hubEar;
    private final Map<LiveSessionId, LivePublisher> publishers = new HashMap<>();
    private final ScheduledExecutorService leases = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("live-leases").factory());

    /**
     * Begins with no session.
     *
     * @param hubEar told how a session stands; may lose it
     */
    public LiveSessions(HubAddress hub, LiveSource source, Consumer<FromAgent> hubEar) {
        this.hub = hub;
        this.source = source;
        this.hubEar = hubEar;
    }

    public void told(FromHub.LiveStart start) {
        LivePublisher publisher = new LivePublisher(start, source, hubEar, this::ended);
        @Nullable LivePublisher before;
        synchronized (publishers) {
            before = publishers.get(start.session());
            if (before != null && before.start().generation() >= start.generation()) {
                before.lease().extend(start.leaseMs(), System.nanoTime());
                return;
            }
            if (before == null && publishers.size() >= MOST) {
                hubEar.accept(new FromAgent.LiveState(
                        start.session(), start.generation(), Phase.REFUSED, "too many sessions at once"));
                return;
            }
            publishers.put(start.session(), publisher);
        }
        if (before != null) {
            before.end(Phase.ENDED, "a newer generation begins");
        }
        LOG.info("live session {} begins, generation {}", start.session(), start.generation());
        try {
            publisher.dial(hub);
        } catch (IllegalArgumentException e) {
            publisher.end(Phase.REFUSED, "the path cannot be dialled");
        }
        watch(publisher);
    }

    public void told(FromHub.LiveExtend extend) {
        LivePublisher publisher = publisher(extend.session());
        if (publisher != null) {
            publisher.lease().extend(extend.leaseMs(), System.nanoTime());
        }
    }

    public void told(FromHub.LiveStop stop) {
        LivePublisher publisher = publisher(stop.session());
        if (publisher != null) {
            publisher.end(Phase.ENDED, "nobody watches");
        }
    }

    /** Sockets that are open, or being opened, for publishing. */
    public int publishing() {
        synchronized (publishers) {
            return publishers.size();
        }
    }

    @Override
    public void close() {
        leases.shutdownNow();
        List<LivePublisher> left;
        synchronized (publishers) {
            left = List.copyOf(publishers.values());
        }
        left.forEach(publisher -> publisher.end(Phase.ENDED, "the agent is stopping"));
    }

    private @Nullable LivePublisher publisher(LiveSessionId session) {
        synchronized (publishers) {
            return publishers.get(session);
        }
    }

    private void ended(LivePublisher publisher) {
        synchronized (publishers) {
            publishers.remove(publisher.start().session(), publisher);
        }
    }

    /** Looks again whenever the lease, as it stands, would run out. */
    private void watch(LivePublisher publisher) {
        long left = publisher.lease().left(System.nanoTime());
        if (left <= 0) {
            publisher.end(Phase.ENDED, "the lease ran out");
            return;
        }
        if (publisher(publisher.start().session()) != publisher) {
            return;
        }
        try {
            Future<?> unused = leases.schedule(() -> watch(publisher), left, TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            publisher.end(Phase.ENDED, "the agent is stopping");
        }
    }
}
