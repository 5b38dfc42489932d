package io.vedette.agent.link;

import static io.vedette.agent.scripted.Patiently.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.agent.config.AgentKey;
import io.vedette.agent.config.KeyRing;
import io.vedette.agent.scripted.ScriptedHub;
import io.vedette.agent.spool.Spool;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.LiveSessionId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.GivenUpReason;
import io.vedette.contracts.link.Protocol;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class HubLinkTest {
    /** Always the shortest wait. */
    private static final RandomGenerator IMPATIENT = () -> 0L;

    @TempDir
    Path home;

    private final AgentId agent = AgentId.fresh();
    private final List<FromHub> orders = new CopyOnWriteArrayList<>();
    private ScriptedHub hub;
    private Spool spool;
    private AgentKey key;
    private HubLink link;
    private volatile FromAgent.GivenUp givenUp;

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        hub = new ScriptedHub();
        spool = Spool.open(home, Clock.systemUTC());
        key = AgentKey.in(home.resolve("agent.key"));
    }

    @AfterEach
    void end() throws IOException, InterruptedException {
        if (link != null) {
            link.close();
        }
        spool.close();
        hub.close();
        assertThat(hub.complaints()).isEmpty();
    }

    @Test
    void anAgentThatSignsWithItsOwnKeyIsWelcome() {
        hub.knows(agent, key.publicKey());

        open();

        until("online", () -> link.state() instanceof LinkState.Online);
        until("heartbeats", () -> hub.heard(FromAgent.Heartbeat.class).size() >= 3);
        assertThat(hub.heard(FromAgent.Heartbeat.class).getFirst().camera()).isEqualTo(CameraState.STREAMING);
    }

    @Test
    void whatWasGivenUpIsToldOnceOnEachConnectionAndWhenItChanges() {
        hub.knows(agent, key.publicKey());
        givenUp = new FromAgent.GivenUp(List.of());
        open();
        until("heartbeats", () -> hub.heard(FromAgent.Heartbeat.class).size() >= 3);
        assertThat(hub.heard(FromAgent.GivenUp.class)).containsExactly(givenUp);

        FromAgent.GivenUp more =
                new FromAgent.GivenUp(List.of(new FromAgent.GivenUp.Count(GivenUpReason.BYTES, false, 2, 3_000)));
        givenUp = more;
        until("the change", () -> hub.heard(FromAgent.GivenUp.class).size() == 2);
        assertThat(hub.heard(FromAgent.GivenUp.class).getLast()).isEqualTo(more);

        hub.cutLines();
        until("it is told again", () -> hub.heard(FromAgent.GivenUp.class).size() == 3);
        givenUp = null; // cannot be asked just now
        int beats = hub.heard(FromAgent.Heartbeat.class).size();
        until("more heartbeats", () -> hub.heard(FromAgent.Heartbeat.class).size() > beats + 1);
        assertThat(hub.heard(FromAgent.GivenUp.class)).hasSize(3);
    }

    @Test
    void anotherKeyIsRefusedAndTheAgentAsksAgainSlowly() throws IOException {
        hub.knows(agent, AgentKey.in(home.resolve("another.key")).publicKey());

        open();

        until("refused", () -> link.state() instanceof LinkState.Waiting);
        LinkState.Waiting waiting = (LinkState.Waiting) link.state();
        assertThat(waiting.until()).isAfter(Instant.now().plusSeconds(50));
        assertThat(hub.welcomes()).isZero();
    }

    @Test
    void eventsArriveInOrderThoughTheLineIsCutAgainAndAgain() {
        hub.knows(agent, key.publicKey());
        open();
        int most = 300;

        for (int i = 1; i <= most; i++) {
            spool.outbox().append(new EventBody.CameraLost("number " + i), Instant.now());
            if (i % 75 == 0) {
                hub.cutLines();
            }
        }

        until("all events", () -> hub.kept().size() == most);
        assertThat(hub.kept().stream().map(FromAgent.Event::seq))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, most).boxed().toList());
        assertThat(hub.welcomes()).isGreaterThan(1);
        until("an empty outbox", () -> spool.outbox().pending(0, 10).isEmpty());
    }

    @Test
    void atMostAWindowOfEventsIsUnderWay() {
        hub.knows(agent, key.publicKey());
        hub.answersEvents(false);
        for (int i = 0; i < 100; i++) {
            spool.outbox().append(new EventBody.CameraBack(), Instant.now());
        }

        open();

        until("a full window", () -> hub.mostUnanswered() == OutboxPump.WINDOW);
        until("time for more", () -> hub.heard(FromAgent.Heartbeat.class).size() >= 2);
        assertThat(hub.mostUnanswered()).isEqualTo(OutboxPump.WINDOW);

        hub.answersEvents(true);
        hub.cutLines();
        until("all events", () -> hub.kept().size() == 100);
    }

    @Test
    void threeHeartbeatsWithoutAnAnswerEndTheConnection() {
        hub.knows(agent, key.publicKey());
        open();
        until("online", () -> link.state() instanceof LinkState.Online);

        hub.answersHeartbeats(false);

        until("a second connection", () -> hub.welcomes() >= 2);
    }

    @Test
    void whatTheHubOrdersIsHandedOn() {
        hub.knows(agent, key.publicKey());
        open();
        until("online", () -> link.state() instanceof LinkState.Online);
        FromHub.LiveStop order = new FromHub.LiveStop(LiveSessionId.fresh());

        hub.say(order);

        until("the order", () -> orders.size() == 2);
        assertThat(orders.getFirst()).as("what comes before every order").isInstanceOf(FromHub.Welcome.class);
        assertThat(orders.getLast()).isEqualTo(order);
    }

    @Test
    void whatIsSaidWhileNobodyListensIsNotKept() {
        open();

        assertThat(link.say(new FromAgent.LiveState(LiveSessionId.fresh(), 1, FromAgent.LiveState.Phase.ENDED, "test")))
                .isFalse();
    }

    @Test
    void closingSaysGoodbye() {
        hub.knows(agent, key.publicKey());
        open();
        until("online", () -> link.state() instanceof LinkState.Online);

        link.close();

        assertThat(link.state()).isEqualTo(new LinkState.Closed());
        until("goodbye was heard", () -> hub.heard(FromAgent.Bye.class).size() == 1);
    }

    @Test
    void aCameraThatChangedIsToldWithoutWaitingForTheNextHeartbeat() {
        hub.knows(agent, key.publicKey());
        hub.heartbeatMs(60_000);
        open();
        until("the first heartbeat", () -> !hub.heard(FromAgent.Heartbeat.class).isEmpty());

        link.vitalsChanged();

        until("the second", () -> hub.heard(FromAgent.Heartbeat.class).size() == 2);
    }

    @Test
    void aHubWithoutTheKeyThatWasPinnedHearsNothingButTheCall() {
        hub.knows(agent, key.publicKey());
        hub.lies();

        open();

        until("the false hub is left", () -> link.state() instanceof LinkState.Waiting);
        assertThat(((LinkState.Waiting) link.state()).why()).contains("does not have the key");
        assertThat(hub.heard()).hasSize(1).allMatch(FromAgent.Call.class::isInstance);
        assertThat(hub.online()).isFalse();
    }

    @Test
    void eachConnectionCallsWithAnotherNonce() {
        hub.knows(agent, key.publicKey());
        open();
        until("online", () -> hub.online());

        hub.cutLines();

        until("again", () -> hub.welcomes() == 2);
        assertThat(hub.heard(FromAgent.Call.class))
                .extracting(FromAgent.Call::nonce)
                .doesNotHaveDuplicates()
                .hasSize(2);
    }

    @Test
    void anAgentThatWasRevokedSaysSoAndAsksAgainOnlyMuchLater() {
        hub.knows(agent, key.publicKey());
        hub.endsHellosWith(Protocol.REVOKED, "revoked by its owner");

        open();

        until("told", () -> link.state() instanceof LinkState.Waiting);
        LinkState.Waiting waiting = (LinkState.Waiting) link.state();
        assertThat(waiting.why()).isEqualTo("revoked by its owner");
        assertThat(waiting.until()).isAfter(Instant.now().plusSeconds(600));
    }

    @Test
    void anAgentThatWaitsForItsOwnerAsksAgainSoon() {
        hub.knows(agent, key.publicKey());
        hub.endsHellosWith(Protocol.UNCONFIRMED, "not yet");

        open();

        until("told", () -> link.state() instanceof LinkState.Waiting);
        assertThat(((LinkState.Waiting) link.state()).until())
                .isBefore(Instant.now().plusSeconds(15));
    }

    private void open() {
        KeyRing keys;
        try {
            keys = KeyRing.kept(home.resolve("agent.key"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Identity identity = new Identity(
                hub.address(), TenantId.fresh(), agent, keys, hub.key(), new FromAgent.Life("this", 1), "test");
        link = HubLink.open(
                new HubLink.Parts(
                        identity,
                        spool.outbox(),
                        () -> new Vitals(CameraState.STREAMING, 1, 50, Duration.ZERO, givenUp),
                        Clock.systemUTC(),
                        IMPATIENT),
                orders::add);
    }
}
