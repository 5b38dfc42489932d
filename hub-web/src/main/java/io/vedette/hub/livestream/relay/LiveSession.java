package io.vedette.hub.livestream.relay;

import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.link.FromAgent.LiveState;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.livestream.relay.Phase.Ended;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One upstream of one camera and everybody who watches it. One lock guards the course, the feed and the viewers' positions;
 * agents, sockets and sinks are only spoken to without it. Safe for several threads.
 */
final class LiveSession {
    private static final Logger LOG = LoggerFactory.getLogger(LiveSession.class);

    private final LiveSessionId id = LiveSessionId.fresh();
    private final Object lock = new Object();
    private final AgentLine line;
    private final LongSupplier ticker;
    private final Course course;
    private final Feed feed = new Feed();
    private final List<LiveViewer> viewers = new CopyOnWriteArrayList<>();
    private @Nullable AgentRef agent;
    private @Nullable Publication publication;
    private int publishedGeneration;

    LiveSession(AgentLine line, LongSupplier ticker, DoubleSupplier jitter) {
        this.line = line;
        this.ticker = ticker;
        this.course = new Course(jitter);
    }

    LiveSessionId id() {
        return id;
    }

    boolean ended() {
        synchronized (lock) {
            return course.phase() instanceof Ended;
        }
    }

    List<LiveViewer> viewers() {
        return viewers;
    }

    /** Bytes of pictures held for whoever comes next. */
    long kept() {
        synchronized (lock) {
            return feed.ring().bytes();
        }
    }

    /** Empty when the session is over; the next one is for this viewer then. */
    Optional<LiveViewer> join(Optional<AgentRef> known, boolean cameraLost, FragmentSink sink) {
        var viewer = new LiveViewer(lock, feed, sink, ticker, this::left);
        boolean joined = changeIf(() -> !(course.phase() instanceof Ended), now -> {
            agent = known.orElse(agent);
            if (course.generation() == 0) {
                course.camera(cameraLost);
            }
            viewers.add(viewer);
            return course.watched(true, now);
        });
        return joined ? Optional.of(viewer) : Optional.empty();
    }

    private void left(LiveViewer viewer) {
        change(now -> viewers.remove(viewer) ? course.watched(!viewers.isEmpty(), now) : List.of());
    }

    /** A publisher's socket asks to be this session's. Empty is a refusal: see {@link Relay#publish}. */
    Optional<Publication> attach(AgentRef from, int generation, PublisherSocket socket) {
        var candidate = new Publication(this, socket);
        synchronized (lock) {
            boolean wanted = from.equals(agent)
                    && generation == course.generation()
                    && generation > publishedGeneration // a ticket opens one socket
                    && !(course.phase() instanceof Ended || course.phase() instanceof Phase.Waiting);
            if (!wanted) {
                return Optional.empty();
            }
            publishedGeneration = generation;
            publication = candidate;
            course.confirmed();
        }
        return Optional.of(candidate);
    }

    /** False when the publisher is no longer this session's. */
    boolean begin(Publication from, String format, ByteBuffer init) {
        return changeIf(() -> from == publication, now -> {
            feed.begin(format, init);
            return List.of();
        });
    }

    /** As {@link #begin}. */
    boolean fragment(Publication from, Fragment fragment) {
        return changeIf(() -> from == publication, now -> {
            long position = feed.ring().end();
            if (feed.ring().add(fragment) && fragment.key()) {
                viewers.forEach(viewer -> viewer.keyArrived(position));
            }
            course.fragment(now);
            return List.of();
        });
    }

    void dropped(Publication from) {
        boolean unused = changeIf(() -> from == publication, now -> {
            publication = null;
            course.dropped(now);
            return List.of();
        });
    }

    void online(AgentRef who) {
        change(now -> {
            agent = who;
            return course.online(now);
        });
    }

    void offline(AgentRef who) {
        change(now -> who.equals(agent) ? course.offline(now) : List.of());
    }

    void revoked(AgentRef who) {
        change(now -> who.equals(agent) ? course.revoked() : List.of());
    }

    void said(AgentRef who, LiveState state) {
        if (state.session().equals(id)) {
            LOG.debug("live session {}, generation {}: {}", id, state.generation(), state.phase());
            change(now -> who.equals(agent) ? course.said(state, now) : List.of());
        }
    }

    void camera(boolean lost) {
        change(now -> {
            course.camera(lost);
            return lost ? List.of() : course.cameraBack(now);
        });
    }

    void tick() {
        change(course::tick);
        viewers.forEach(LiveViewer::tick);
    }

    /** The hub stops. */
    void shutDown() {
        change(now -> course.stop());
    }

    private void change(LongFunction<List<Step>> event) {
        boolean unused = changeIf(() -> true, event);
    }

    /** Decides under the lock, acts without it: what an agent or a sink does in return may come back here at once. */
    private boolean changeIf(BooleanSupplier condition, LongFunction<List<Step>> event) {
        List<Step> steps;
        @Nullable AgentRef to;
        @Nullable Publication dropped = null;
        synchronized (lock) {
            if (!condition.getAsBoolean()) {
                return false;
            }
            long now = ticker.getAsLong();
            steps = event.apply(now);
            to = agent;
            if (steps.stream().anyMatch(Step.DropPublisher.class::isInstance)) {
                dropped = publication;
                publication = null;
            }
            ViewerState word = course.word(now);
            viewers.forEach(viewer -> viewer.tell(word));
        }
        for (Step step : steps) {
            take(step, to, dropped);
        }
        viewers.forEach(LiveViewer::pump);
        return true;
    }

    private void take(Step step, @Nullable AgentRef to, @Nullable Publication dropped) {
        switch (step) {
            case Step.Start start -> {
                if (to == null || !line.start(to, id, start.generation())) {
                    change(now -> course.unreachable(start.generation()));
                }
            }
            case Step.Extend extend -> {
                if (to != null) {
                    line.extend(to, id);
                }
            }
            case Step.Stop stop -> {
                if (to != null) {
                    line.stop(to, id);
                }
            }
            case Step.DropPublisher drop -> {
                if (dropped != null) {
                    dropped.dismiss(drop.reason());
                }
            }
            case Step.CloseViewers close ->
                viewers.forEach(viewer -> viewer.close(close.why().closeCode(), close.reason()));
        }
    }
}
