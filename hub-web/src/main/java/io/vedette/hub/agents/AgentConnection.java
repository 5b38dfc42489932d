package io.vedette.hub.agents;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Protocol;
import io.vedette.contracts.link.Signatures;
import io.vedette.hub.platform.web.Problem;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection of one agent, from the challenge to the close. Knows no socket: {@link Wire} is what it needs of one.
 * Messages come in one after the other; sending may happen from any thread.
 */
final class AgentConnection {
    private static final Logger LOG = LoggerFactory.getLogger(AgentConnection.class);
    static final int HEARTBEAT_MILLIS = 15_000;
    private static final int MOST_NONCE = 100;
    /** Each costs a tenth of a second of a core, and one is enough. */
    private static final int MOST_KEYS = 5;

    private final Wire wire;
    private final AgentDesk desk;
    private final RenewKeys renewals;
    private final Clock clock;
    private final LongSupplier ticker;
    private final String nonce;
    private volatile long heardAt;
    private volatile State state = new Strange();
    private Instant keyDue = Instant.MAX;
    private int keysSaid;

    /** What a connection needs of its socket. */
    interface Wire {
        void send(String text);

        void close(int code, String reason);

        /** The other side is known: larger messages and longer silence are fine from now on. */
        void trust();
    }

    private sealed interface State {}

    /** Has said nothing. */
    private record Strange() implements State {}

    /** Has the hub's proof, and has not proved who it is. */
    private record Called(TenantId tenant) implements State {}

    private record Known(Open link, ClockOffset offset) implements State {}

    private record Over() implements State {}

    /** The welcomed connection as the rest of the hub sees it. */
    private final class Open implements AgentLinks.Link {
        private final EdgeRef edge;
        private final long epoch;

        Open(EdgeRef edge, long epoch) {
            this.edge = edge;
            this.epoch = epoch;
        }

        @Override
        public EdgeRef edge() {
            return edge;
        }

        @Override
        public long epoch() {
            return epoch;
        }

        @Override
        public Duration silence() {
            return Duration.ofNanos(ticker.getAsLong() - heardAt);
        }

        @Override
        public void send(FromHub message) {
            wire.send(LinkCodec.write(message));
        }

        @Override
        public void close(int code, String reason) {
            wire.close(code, reason);
        }
    }

    /** @param ticker monotonic nanoseconds */
    AgentConnection(
            Wire wire, AgentDesk desk, RenewKeys renewals, Clock clock, LongSupplier ticker, SecureRandom random) {
        this.wire = wire;
        this.desk = desk;
        this.renewals = renewals;
        this.clock = clock;
        this.ticker = ticker;
        this.heardAt = ticker.getAsLong();
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        this.nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    void received(String text) {
        heardAt = ticker.getAsLong();
        try {
            Optional<FromAgent> message = LinkCodec.fromAgent(text);
            switch (state) {
                case Strange none when message.orElse(null) instanceof FromAgent.Call call -> prove(call);
                case Strange none -> refuse(Problem.SIGN_IN, "call first");
                case Called called when message.orElse(null) instanceof FromAgent.Hello hello -> greet(called, hello);
                case Called called -> refuse(Problem.SIGN_IN, "hello first");
                case Known known when message.isPresent() -> handle(known, message.get());
                case Known known ->
                    LOG.debug(
                            "agent {} said something of a newer protocol",
                            known.link().edge());
                case Over none -> LOG.debug("a message after the end");
            }
        } catch (LinkCodec.UnreadableMessage e) {
            refuse(Problem.INVALID, "unreadable message");
        }
    }

    /** The hub proves itself first: an agent tells nothing to somebody who only has a certificate. */
    private void prove(FromAgent.Call call) {
        Optional<String> proof = call.nonce().length() > MOST_NONCE ? Optional.empty() : desk.prove(call, nonce);
        if (proof.isEmpty()) {
            refuse(Problem.SIGN_IN, "unknown agent");
            return;
        }
        state = new Called(call.tenant());
        wire.send(LinkCodec.write(new FromHub.Challenge(nonce, proof.get())));
    }

    private void greet(Called called, FromAgent.Hello hello) {
        if (hello.protocol() != Protocol.VERSION) {
            refuse(Problem.UNSUPPORTED, "protocol " + Protocol.VERSION + " is spoken here");
            return;
        }
        if (!hello.tenant().equals(called.tenant())) {
            refuse(Problem.SIGN_IN, "unknown agent");
            return;
        }
        byte[] claim = Proof.hello(hello.tenant(), hello.agent(), nonce, hello.life());
        switch (desk.admit(hello, key -> Signatures.verifies(key, claim, hello.signature()))) {
            case AgentDesk.Entry.Admitted admitted -> welcome(admitted, hello);
            case AgentDesk.Entry.Unknown unknown -> refuse(Problem.SIGN_IN, "unknown agent");
            case AgentDesk.Entry.Revoked revoked -> wire.close(Protocol.REVOKED, "revoked by its owner");
            case AgentDesk.Entry.Unconfirmed waits ->
                wire.close(Protocol.UNCONFIRMED, "its owner has not confirmed it yet");
        }
    }

    private void welcome(AgentDesk.Entry.Admitted admitted, FromAgent.Hello hello) {
        wire.trust();
        var link = new Open(admitted.edge(), admitted.epoch());
        state = new Known(link, offset(hello.at()));
        link.send(new FromHub.Welcome(link.epoch(), clock.instant(), HEARTBEAT_MILLIS, admitted.eventsAckedTo()));
        desk.entered(link);
        keyDue = admitted.keyDue();
        askForKey(link);
    }

    /** Once on a connection: an agent that cannot, or is too old to know how, is not asked all day. */
    private void askForKey(Open link) {
        if (!clock.instant().isBefore(keyDue)) {
            keyDue = Instant.MAX;
            link.send(new FromHub.KeyDue());
        }
    }

    private void renew(Open link, FromAgent.RenewKey asked) {
        if (++keysSaid > MOST_KEYS) {
            LOG.debug("agent {} makes one key after the other", link.edge().agent());
            return;
        }
        renewals.take(link, asked, nonce).ifPresent(done -> {
            keyDue = clock.instant().plus(RenewKeys.LIFE);
            link.send(done);
        });
    }

    private void handle(Known known, FromAgent message) {
        Open link = known.link();
        switch (message) {
            case FromAgent.Call again -> refuse(Problem.INVALID, "call twice");
            case FromAgent.Hello again -> refuse(Problem.INVALID, "hello twice");
            case FromAgent.Heartbeat beat -> {
                ClockOffset offset = offset(beat.at());
                state = new Known(link, offset);
                desk.beat(link, beat, offset);
                link.send(new FromHub.HeartbeatAck(beat.seq(), clock.instant()));
                askForKey(link);
            }
            case FromAgent.GivenUp counts -> desk.gaveUp(link, counts);
            case FromAgent.Event event -> {
                if (desk.store(link, event, known.offset())) {
                    link.send(new FromHub.EventsAck(event.seq()));
                } else {
                    refuse(Problem.CONFLICT, "a newer connection of this agent is open");
                }
            }
            case FromAgent.RenewKey asked -> renew(link, asked);
            case FromAgent.RecordingBegun begun -> desk.pass(link, begun);
            case FromAgent.UploadState upload -> desk.pass(link, upload);
            case FromAgent.LiveState live -> desk.pass(link, live);
            case FromAgent.VaultOpen open -> desk.opens(link, open);
            case FromAgent.Bye bye ->
                LOG.info("agent {} goes away: {}", link.edge().agent(), bye.reason());
        }
    }

    /** Time is up for a stranger; silence alone would not tell, as pings keep a connection busy. */
    void overdue() {
        if (state instanceof Strange || state instanceof Called) {
            refuse(Problem.SIGN_IN, "hello first");
        }
    }

    void closed() {
        State last = state;
        state = new Over();
        if (last instanceof Known known) {
            desk.left(known.link());
        }
    }

    private void refuse(Problem problem, String reason) {
        wire.close(problem.closeCode(), reason);
    }

    private ClockOffset offset(Instant agentsClock) {
        return ClockOffset.measured(agentsClock, clock.instant());
    }
}
