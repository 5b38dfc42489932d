package io.vedette.agent.link;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.spool.Outbox;
import io.vedette.agent.wire.HubSocket;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.LinkCodec.UnreadableMessage;
import io.vedette.contracts.link.Protocol;
import io.vedette.contracts.link.Signatures;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One life of the control link: dialled, challenged, welcomed, kept by heartbeats, ended. All of it happens on the thread
 * that calls {@link #run}; others only leave signals. The socket's own thread waits when too many of them lie here, which
 * slows down a hub that talks too much.
 */
final class LinkConnection {
    private static final Logger LOG = LoggerFactory.getLogger(LinkConnection.class);
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration WELCOME = Duration.ofSeconds(20);
    private static final Duration GOODBYE = Duration.ofSeconds(2);
    private static final Duration NOTEWORTHY_SKEW = Duration.ofSeconds(2);
    private static final int MOST_WAITING = 256;
    private static final SecureRandom NONCES = new SecureRandom();

    private final Identity identity;
    private final AgentKey key;
    private final KeyRenewal renewal;
    private final Outbox outbox;
    private final Supplier<Vitals> vitals;
    private final Clock clock;
    private final RandomGenerator random;
    private final Consumer<FromHub> orders;
    private final Consumer<FromHub.Welcome> welcomed;

    private final BlockingQueue<Signal> signals = new ArrayBlockingQueue<>(MOST_WAITING);
    private final long began = System.nanoTime();
    private @Nullable HubSocket socket;
    private @Nullable Heartbeats heartbeats;
    private @Nullable OutboxPump pump;
    private FromAgent.@Nullable GivenUp toldGivenUp;
    private final String nonce;
    private boolean proved;
    private volatile boolean finished;
    private long onlineSince;
    private @Nullable Duration returnWithin;

    LinkConnection(HubLink.Parts parts, AgentKey key, Consumer<FromHub> orders, Consumer<FromHub.Welcome> welcomed) {
        this.identity = parts.identity();
        this.key = key;
        this.renewal = new KeyRenewal(identity, key, this::out);
        this.outbox = parts.outbox();
        this.vitals = parts.vitals();
        this.clock = parts.clock();
        this.random = parts.random();
        this.orders = orders;
        this.welcomed = welcomed;
        byte[] bytes = new byte[32];
        NONCES.nextBytes(bytes);
        this.nonce = Signatures.text(bytes);
    }

    /** Lives one connection to its end. */
    LinkEnd run() throws InterruptedException {
        HubSocket dialled =
                HubSocket.dial(identity.hub().socket(Protocol.CONTROL_PATH), Protocol.MAX_MESSAGE, CONNECT, new Ear());
        socket = dialled;
        try {
            while (true) {
                @Nullable Signal signal = signals.poll(untilDue(), TimeUnit.NANOSECONDS);
                @Nullable LinkEnd end = signal == null ? onTime(System.nanoTime()) : on(signal);
                if (end != null) {
                    return end;
                }
            }
        } finally {
            finished = true;
            dialled.abort();
            signals.clear(); // frees the socket's thread, should it wait for room here
        }
    }

    /** Leaves a message for the hub; false when too many wait, or the connection is not up. */
    boolean say(FromAgent message) {
        return signals.offer(new Signal.Say(message));
    }

    void outboxGrew() {
        // when it does not fit, a heartbeat's turn finds the event as well
        signals.offer(new Signal.OutboxGrew());
    }

    void vitalsChanged() {
        // when it does not fit, the next heartbeat tells it
        signals.offer(new Signal.VitalsChanged());
    }

    void leave(String why) throws InterruptedException {
        signals.offer(new Signal.Leave(why), GOODBYE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private long untilDue() {
        Heartbeats beats = heartbeats;
        return (beats == null ? began + WELCOME.toNanos() : beats.due()) - System.nanoTime();
    }

    private @Nullable LinkEnd onTime(long now) {
        Heartbeats beats = heartbeats;
        OutboxPump events = pump;
        if (beats == null || events == null) {
            return end(LinkEnd.Kind.LOST, "no welcome within " + WELCOME.toSeconds() + " s");
        }
        if (beats.dead()) {
            return end(LinkEnd.Kind.LOST, "three heartbeats without an answer");
        }
        if (events.stuck(now)) {
            return end(LinkEnd.Kind.LOST, "events without an answer");
        }
        Vitals edge = vitals.get();
        out(new FromAgent.Heartbeat(
                beats.next(now), clock.instant(), edge.camera(), edge.spoolBytes(), edge.diskFreePercent(), (int)
                        edge.ordered().toMillis()));
        FromAgent.GivenUp givenUp = edge.givenUp();
        if (givenUp != null && !givenUp.equals(toldGivenUp)) {
            out(givenUp);
            toldGivenUp = givenUp;
        }
        events.pump(now);
        return null;
    }

    private @Nullable LinkEnd on(Signal signal) throws InterruptedException {
        return switch (signal) {
            case Signal.Opened opened -> {
                out(identity.call(nonce));
                yield null;
            }
            case Signal.Text text -> read(text.message());
            case Signal.Ended ended -> ended(ended);
            case Signal.Say say -> {
                if (heartbeats != null) {
                    out(say.message());
                }
                yield null;
            }
            case Signal.OutboxGrew grew -> {
                if (pump != null) {
                    pump.pump(System.nanoTime());
                }
                yield null;
            }
            case Signal.VitalsChanged changed -> {
                if (heartbeats != null) {
                    heartbeats.soon(System.nanoTime());
                }
                yield null;
            }
            case Signal.Leave leave -> {
                sayGoodbye(leave.why());
                yield end(LinkEnd.Kind.LOST, leave.why());
            }
        };
    }

    private @Nullable LinkEnd read(String message) {
        try {
            return LinkCodec.fromHub(message).map(this::heed).orElse(null);
        } catch (UnreadableMessage e) {
            LOG.warn("the hub said something that cannot be read: {}", e.getMessage());
            return null;
        }
    }

    private @Nullable LinkEnd heed(FromHub message) {
        long now = System.nanoTime();
        switch (message) {
            case FromHub.Challenge challenge when proved -> LOG.warn("asked twice who this is; that is not answered");
            case FromHub.Challenge challenge -> {
                if (!identity.proves(challenge, nonce)) {
                    return end(LinkEnd.Kind.FALSE_HUB, "it does not have the key of the hub this was paired with");
                }
                proved = true;
                renewal.challenged(challenge.nonce());
                out(identity.hello(key, challenge.nonce(), clock.instant()));
            }
            case FromHub.Welcome welcome when proved -> welcomed(welcome, now);
            case FromHub.Welcome stranger -> LOG.warn("welcomed by nobody who has proved to be the hub");
            case FromHub.KeyDue due when heartbeats != null -> renewal.due();
            case FromHub.KeyRenewed done when heartbeats != null -> renewal.renewed(done);
            case FromHub.HeartbeatAck ack when heartbeats != null -> heartbeats.acknowledged(ack.seq());
            case FromHub.EventsAck ack when pump != null -> pump.acknowledged(ack.seq(), now);
            case FromHub.Bye bye -> {
                returnWithin = Duration.ofMillis(Math.max(0, bye.reconnectAfterMs()));
                return end(LinkEnd.Kind.LOST, "the hub said goodbye: " + bye.reason());
            }
            default -> {
                if (heartbeats != null) {
                    orders.accept(message);
                }
            }
        }
        return null;
    }

    private void welcomed(FromHub.Welcome welcome, long now) {
        if (heartbeats != null) {
            return;
        }
        onlineSince = now;
        heartbeats = new Heartbeats(welcome.heartbeatMs(), random, now);
        Duration skew = Duration.between(clock.instant(), welcome.serverTime());
        if (skew.abs().compareTo(NOTEWORTHY_SKEW) > 0) {
            LOG.warn(
                    "this machine's clock and the hub's differ by {} s; recordings are labelled by this one",
                    skew.toSeconds());
        }
        welcomed.accept(welcome);
        pump = new OutboxPump(outbox, welcome.eventsAckedTo(), this::out);
        pump.pump(now);
        renewal.welcomed();
        orders.accept(welcome);
    }

    private LinkEnd ended(Signal.Ended ended) {
        String words = ended.reason().isBlank() ? "close code " + ended.code() : ended.reason();
        return switch (ended.code()) {
            case Protocol.REVOKED -> end(LinkEnd.Kind.REVOKED, words);
            case Protocol.UNCONFIRMED -> end(LinkEnd.Kind.UNCONFIRMED, words);
            case 4401 -> end(LinkEnd.Kind.UNKNOWN_AGENT, words);
            case 4409 -> end(LinkEnd.Kind.REPLACED, words);
            default -> end(LinkEnd.Kind.LOST, words);
        };
    }

    private LinkEnd end(LinkEnd.Kind kind, String why) {
        Duration online = heartbeats == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - onlineSince);
        return new LinkEnd(kind, why, online, returnWithin);
    }

    /** Lets the goodbye leave before the socket is cut; a hub that does not answer is not waited for longer than that. */
    private void sayGoodbye(String why) throws InterruptedException {
        HubSocket open = socket;
        if (open == null || heartbeats == null) {
            return;
        }
        out(new FromAgent.Bye(why));
        open.close();
        long deadline = System.nanoTime() + GOODBYE.toNanos();
        @Nullable Signal signal;
        do {
            signal = signals.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        } while (signal != null && !(signal instanceof Signal.Ended));
    }

    private void out(FromAgent message) {
        HubSocket open = socket;
        if (open != null) {
            // a closed socket tells so itself, by its own signal
            open.send(LinkCodec.write(message));
        }
    }

    /** Carries what the socket's thread hears over to ours. */
    private final class Ear implements HubSocket.Listener {
        @Override
        public void opened() {
            leave(new Signal.Opened());
        }

        @Override
        public void text(String message) {
            leave(new Signal.Text(message));
        }

        @Override
        public void closed(int code, String reason) {
            leave(new Signal.Ended(code, reason));
        }

        private void leave(Signal signal) {
            try {
                if (!finished) {
                    signals.put(signal);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
