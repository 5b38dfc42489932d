package io.vedette.agent.link;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.spool.Outbox;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the agent in touch with its hub for as long as the agent lives: connects, lives one {@code LinkConnection}, waits,
 * connects again. Has one thread of its own, a platform one, because the outbox is native code.
 */
public final class HubLink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HubLink.class);
    private static final Duration STOP = Duration.ofSeconds(5);

    /** What a link is made of. */
    public record Parts(
            Identity identity, Outbox outbox, Supplier<Vitals> vitals, Clock clock, RandomGenerator random) {}

    private final Parts parts;
    private final Consumer<FromHub> orders;
    private final BackOff backOff;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread;
    private volatile LinkState state = new LinkState.Connecting();
    private volatile @Nullable LinkConnection connection;

    private HubLink(Parts parts, Consumer<FromHub> orders) {
        this.parts = parts;
        this.orders = orders;
        this.backOff = new BackOff(parts.random());
        this.thread = Thread.ofPlatform().daemon().name("hub-link").unstarted(this::forever);
    }

    /** Starts at once. {@code orders} is told what the hub says, welcomes included, one by one, on the link's thread: it must not block. */
    public static HubLink open(Parts parts, Consumer<FromHub> orders) {
        HubLink link = new HubLink(parts, orders);
        parts.outbox().onAppended(link::outboxGrew);
        link.thread.start();
        return link;
    }

    public LinkState state() {
        return state;
    }

    /** Says something that only counts now. False when the hub cannot hear it; nothing is kept for later. */
    public boolean say(FromAgent message) {
        LinkConnection now = connection;
        return now != null && state instanceof LinkState.Online && now.say(message);
    }

    /** Says goodbye and ends; waits for that a few seconds at most. */
    @Override
    public void close() {
        stopped.countDown();
        LinkConnection now = connection;
        try {
            if (now != null) {
                now.leave("the agent is stopping");
            }
            thread.join(STOP);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }

    /** Tells the hub at once what the next heartbeat would have told. */
    public void vitalsChanged() {
        LinkConnection now = connection;
        if (now != null) {
            now.vitalsChanged();
        }
    }

    private void outboxGrew() {
        LinkConnection now = connection;
        if (now != null) {
            now.outboxGrew();
        }
    }

    private void forever() {
        try {
            while (stopped.getCount() > 0) {
                LinkEnd end = live();
                Duration pause = backOff.after(end);
                state = new LinkState.Waiting(parts.clock().instant().plus(pause), end.why());
                tell(end, pause);
                if (stopped.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            state = new LinkState.Closed();
        }
    }

    /** With one key after the other while the hub does not know them: it may have taken a new one as the line broke. */
    private LinkEnd live() throws InterruptedException {
        @Nullable LinkEnd end = null;
        for (AgentKey key : parts.identity().keys().all()) {
            end = live(key);
            if (end.kind() != LinkEnd.Kind.UNKNOWN_AGENT || stopped.getCount() == 0) {
                break;
            }
        }
        return Objects.requireNonNull(end, "there is always one key");
    }

    private LinkEnd live(AgentKey key) throws InterruptedException {
        state = new LinkState.Connecting();
        LinkConnection now = new LinkConnection(parts, key, orders, this::welcomed);
        connection = now;
        try {
            return now.run();
        } catch (RuntimeException e) {
            // for example the outbox's disk: this connection is over, the agent is not
            LOG.error("the link to the hub failed", e);
            return new LinkEnd(LinkEnd.Kind.LOST, "a fault of the agent's own", Duration.ZERO, null);
        } finally {
            connection = null;
        }
    }

    private void tell(LinkEnd end, Duration pause) {
        if (stopped.getCount() == 0) {
            return;
        }
        switch (end.kind()) {
            case UNKNOWN_AGENT ->
                LOG.error(
                        "the hub at {} does not know this agent ({}). Recording goes on; "
                                + "to join again, pair it anew in another folder. Next try in {} s",
                        parts.identity().hub(),
                        end.why(),
                        pause.toSeconds());
            case REVOKED ->
                LOG.error(
                        "this agent was revoked at {}: it may not send anything any more. Recording goes on here; to join "
                                + "again, pair it anew in another folder. Next try in {} min",
                        parts.identity().hub(),
                        pause.toMinutes());
            case UNCONFIRMED ->
                LOG.warn(
                        "the owner has not confirmed this agent yet: compare the four words that pairing showed with those "
                                + "on the camera's page at {}. Next try in {} s",
                        parts.identity().hub(),
                        pause.toSeconds());
            case FALSE_HUB ->
                LOG.error(
                        "what answers at {} is not the hub this agent was paired with ({}). Nothing was said to it. "
                                + "Next try in {} s",
                        parts.identity().hub(),
                        end.why(),
                        pause.toSeconds());
            case REPLACED ->
                LOG.error(
                        "another process is connected as this same agent ({}): is the folder copied? Next try in {} s",
                        end.why(),
                        pause.toSeconds());
            case LOST -> LOG.warn("no link to the hub: {}; next try in {} ms", end.why(), pause.toMillis());
        }
    }

    private void welcomed(FromHub.Welcome welcome) {
        LOG.info("online at {}, connection number {}", parts.identity().hub(), welcome.epoch());
        state = new LinkState.Online(welcome.epoch(), parts.clock().instant());
    }
}
