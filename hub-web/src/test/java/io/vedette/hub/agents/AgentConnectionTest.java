package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.EventId;
import io.vedette.contracts.link.CameraFault;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.EventBody;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.GivenUpReason;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Protocol;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Pairing and the control link, on a real database; only the socket is played by the test. */
class AgentConnectionTest extends AgentScene {
    @Test
    void aTokenIsSpentByTheFirstKeyAndTheSameKeyMayAskAgain() {
        PairingToken token = token();

        Optional<PairingAnswer> first = pairing.pair(request(token, key));
        Optional<PairingAnswer> again = pairing.pair(request(token, key));
        Optional<PairingAnswer> other = pairing.pair(request(token, fresh()));

        assertThat(first).isPresent();
        assertThat(again).isEqualTo(first);
        assertThat(other).isEmpty();
        assertThat(first.get().cameraName()).isEqualTo("Gate");
    }

    @Test
    void wrongExpiredForeignAndUnprovedTokensAreRefusedAlikeAndStoreNothing() {
        PairingToken good = token();
        var wrong = PairingToken.fresh(world.owner.tenant(), new SecureRandom());
        var foreign = PairingToken.of(good.reveal()
                .replace(
                        world.owner.tenant().toString(), world.stranger.tenant().toString()));
        var unproved = new PairingRequest(
                good, encoded(key), request(good, fresh()).proof(), "1", "box"); // somebody else's signature

        assertThat(pairing.pair(request(wrong, key))).isEmpty();
        assertThat(pairing.pair(request(foreign, key))).isEmpty();
        assertThat(pairing.pair(unproved)).isEmpty();
        world.clock.move(PairingTokens.LIFE);
        assertThat(pairing.pair(request(good, key))).isEmpty();
        assertThat(agentOfGate()).isEmpty();
    }

    @Test
    void anAgentThatSignsTheChallengeIsWelcomeAndOnline() {
        AgentId agent = paired();
        var socket = connect(agent, key);

        assertThat(socket.said(FromHub.Welcome.class)).hasSize(1);
        assertThat(links.online(agent)).isTrue();

        socket.connection.closed();
        assertThat(links.online(agent)).isFalse();
        assertThat(agentOfGate().orElseThrow().lastSeen()).contains(world.clock.instant());
    }

    @Test
    void aStrangerThatSaysNothingIsClosedWhenItsTimeIsUpAndAnAgentIsNot() {
        AgentId agent = paired();
        var silent = new PlayedSocket();
        var known = connect(agent, key);

        silent.connection.overdue();
        known.connection.overdue();

        assertThat(silent.closed).containsExactly(4401);
        assertThat(known.closed).isEmpty();
    }

    @Test
    void anAgentThatFellSilentIsOfflineAlsoIfNobodyTellsOfItsEndAndOneThatSpeaksIsNot() {
        AgentId agent = paired();
        List<AgentRef> gone = new ArrayList<>();
        news.onOffline(gone::add);
        var socket = connect(agent, key);

        world.clock.move(AgentDesk.MOST_SILENCE);
        socket.connection.received(LinkCodec.write(beat(1, world.clock.instant())));
        world.clock.move(AgentDesk.MOST_SILENCE);
        desk.dropSilent();
        assertThat(links.online(agent)).isTrue();

        world.clock.move(Duration.ofMillis(1));
        desk.dropSilent();
        assertThat(links.online(agent)).isFalse();
        assertThat(gone).extracting(AgentRef::agent).containsExactly(agent);

        socket.connection.closed(); // told after all
        assertThat(gone).hasSize(1);
    }

    @Test
    void aVersionThatNoDatabaseKeepsLocksNobodyOut() {
        PairingToken token = token();
        PairingRequest plain = request(token, key);
        var odd = new PairingRequest(token, plain.publicKey(), plain.proof(), "1\0" + "x".repeat(60), "box\0");

        assertThat(pairing.pair(odd)).isPresent();
        assertThat(agentOfGate().orElseThrow().version()).startsWith("1?").hasSize(50);
    }

    @Test
    void aWrongKeyAndAnUnknownAgentAreClosedAlikeAndARevokedOneThatProvesItsKeyIsTold() {
        AgentId agent = paired();

        assertThat(connect(agent, fresh()).closed).containsExactly(4401);
        assertThat(connect(AgentId.fresh(), key).closed).containsExactly(4401);
        world.work.run(world.owner.tenant(), () -> agentOfGate().orElseThrow().revoke(world.clock.instant()));
        assertThat(connect(agent, key).closed).containsExactly(Protocol.REVOKED);
        assertThat(connect(agent, fresh()).closed).containsExactly(4401);
        assertThat(links.online(agent)).isFalse();
    }

    @Test
    void aStrangerThatSaysAnythingBeforeHelloIsClosed() {
        paired();
        var socket = new PlayedSocket();
        socket.call();

        socket.connection.received(LinkCodec.write(new FromAgent.Bye("hello?")));

        assertThat(socket.closed).containsExactly(4401);
    }

    @Test
    void garbageIsClosedAsGarbage() {
        var socket = connect(paired(), key);

        socket.connection.received("{\"type\":\"heartbeat\"");

        assertThat(socket.closed).containsExactly(4400);
    }

    @Test
    void aNewerConnectionTakesOverAndTheOlderOnesEventsAreNotBelieved() {
        AgentId agent = paired();
        var older = connect(agent, key);
        var newer = connect(agent, key);

        assertThat(older.closed).containsExactly(4409);
        older.connection.received(LinkCodec.write(lost(1)));
        assertThat(older.said(FromHub.EventsAck.class)).isEmpty();
        newer.connection.received(LinkCodec.write(lost(1)));
        assertThat(newer.said(FromHub.EventsAck.class)).containsExactly(new FromHub.EventsAck(1));

        older.connection.closed();
        assertThat(links.online(agent)).as("the newer one is still there").isTrue();
    }

    @Test
    void anEventIsHandledOnceHoweverOftenItComesAndAcknowledgedEachTime() {
        List<EventBody> handled = new ArrayList<>();
        news.onEvent((agent, event, at, offset) -> handled.add(event.body()));
        AgentId agent = paired();
        var socket = connect(agent, key);

        socket.connection.received(LinkCodec.write(lost(1)));
        socket.connection.received(LinkCodec.write(lost(1)));
        var again = connect(agent, key);
        again.connection.received(LinkCodec.write(lost(1)));

        assertThat(handled).hasSize(1);
        assertThat(socket.said(FromHub.EventsAck.class)).hasSize(2);
        assertThat(again.said(FromHub.Welcome.class).getFirst().eventsAckedTo()).isEqualTo(1);
        assertThat(again.said(FromHub.EventsAck.class)).hasSize(1);
        assertThat(agentOfGate().orElseThrow().cameraState()).isEqualTo(CameraState.LOST);
    }

    @Test
    void anEventWhoseHandlingFailsIsNotAcknowledgedAndComesAgain() {
        List<EventBody> handled = new ArrayList<>();
        news.onEvent((agent, event, at, offset) -> {
            handled.add(event.body());
            if (handled.size() == 1) {
                throw new IllegalStateException("on purpose");
            }
        });
        AgentId agent = paired();
        var socket = connect(agent, key);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> socket.connection.received(LinkCodec.write(lost(1))));
        assertThat(socket.said(FromHub.EventsAck.class)).isEmpty();
        socket.connection.received(LinkCodec.write(lost(1)));
        assertThat(socket.said(FromHub.EventsAck.class)).hasSize(1);
        assertThat(handled).hasSize(2);
    }

    @Test
    void anAgentWhoseClockIsADayOffIsUnderstood() {
        List<java.time.Instant> times = new ArrayList<>();
        news.onEvent((agent, event, at, offset) -> times.add(at));
        AgentId agent = paired();
        var socket = new PlayedSocket();
        socket.call();
        var itsNow = world.clock.instant().minus(Duration.ofDays(1));
        socket.connection.received(LinkCodec.write(hello(agent, key, socket.nonce(), itsNow)));

        socket.connection.received(
                LinkCodec.write(new FromAgent.Event(1, EventId.fresh(), itsNow, new EventBody.CameraBack())));

        assertThat(times).containsExactly(world.clock.instant());
    }

    @Test
    void aClockThatIsADayOffIsRememberedUntilABeatShowsItRight() {
        AgentId agent = paired();
        var socket = new PlayedSocket();
        socket.call();
        var itsNow = world.clock.instant().minus(Duration.ofDays(1));
        socket.connection.received(LinkCodec.write(hello(agent, key, socket.nonce(), itsNow)));
        assertThat(agentOfGate().orElseThrow().clockOff()).hasValue(Duration.ofDays(1));

        socket.connection.received(LinkCodec.write(beat(1, itsNow)));
        assertThat(agentOfGate().orElseThrow().clockOff()).hasValue(Duration.ofDays(1));

        socket.connection.received(LinkCodec.write(beat(2, world.clock.instant())));
        assertThat(agentOfGate().orElseThrow().clockOff()).isEmpty();
    }

    @Test
    void whyACameraIsLostIsKeptUntilItStreams() {
        var socket = connect(paired(), key);
        socket.connection.received(LinkCodec.write(new FromAgent.Event(
                1, EventId.fresh(), world.clock.instant(), new EventBody.CameraLost("refused", CameraFault.PASSWORD))));
        socket.connection.received(LinkCodec.write(
                new FromAgent.Heartbeat(1, world.clock.instant(), CameraState.CONNECTING, 0, 50, null)));
        assertThat(agentOfGate().orElseThrow().cameraFault()).hasValue(CameraFault.PASSWORD);

        socket.connection.received(LinkCodec.write(beat(2, world.clock.instant())));
        assertThat(agentOfGate().orElseThrow().cameraFault()).isEmpty();
    }

    @Test
    void howFullItsDiskIsIsKnownWhileTheAgentIsHere() {
        AgentId agent = paired();
        var socket = new PlayedSocket();
        socket.call();
        socket.connection.received(LinkCodec.write(hello(agent, key, socket.nonce(), world.clock.instant())));
        assertThat(links.diskFreePercent(agent)).isEmpty();

        socket.connection.received(LinkCodec.write(beat(1, world.clock.instant())));
        assertThat(links.diskFreePercent(agent)).hasValue(50);

        socket.connection.closed();
        assertThat(links.diskFreePercent(agent)).isEmpty();
    }

    @Test
    void untilWhenItRecordsOnOrderIsKnownOfAnAgentThatTakesOrders() {
        AgentId agent = paired();
        var socket = new PlayedSocket();
        socket.call();
        socket.connection.received(LinkCodec.write(hello(agent, key, socket.nonce(), world.clock.instant())));

        socket.connection.received(LinkCodec.write(beat(1, world.clock.instant())));
        assertThat(links.orderedUntil(agent)).as("an older agent").isEmpty();

        socket.connection.received(LinkCodec.write(
                new FromAgent.Heartbeat(2, world.clock.instant(), CameraState.STREAMING, 0, 50, 60_000)));
        assertThat(links.orderedUntil(agent)).hasValue(world.clock.instant().plusSeconds(60));
        assertThat(links.diskFreePercent(agent)).hasValue(50);

        links.ordered(agent, world.clock.instant());
        assertThat(links.orderedUntil(agent)).hasValue(world.clock.instant());
        assertThat(links.diskFreePercent(agent)).hasValue(50);
    }

    @Test
    void whatItGaveUpIsKnownWhileTheAgentIsHereAndOnlyOfOneThatTells() {
        AgentId agent = paired();
        var socket = new PlayedSocket();
        socket.call();
        socket.connection.received(LinkCodec.write(hello(agent, key, socket.nonce(), world.clock.instant())));
        socket.connection.received(LinkCodec.write(beat(1, world.clock.instant())));
        assertThat(links.givenUp(agent)).isEmpty();

        var said = new FromAgent.GivenUp(List.of(new FromAgent.GivenUp.Count(GivenUpReason.BYTES, false, 2, 3_000)));
        socket.connection.received(LinkCodec.write(said));
        assertThat(links.givenUp(agent)).hasValue(said);

        socket.connection.closed();
        assertThat(links.givenUp(agent)).isEmpty();
    }

    private static FromAgent.Heartbeat beat(long seq, java.time.Instant at) {
        return new FromAgent.Heartbeat(seq, at, CameraState.STREAMING, 0, 50, null);
    }

    @Test
    void anEventWithAnAbsurdTimeIsStoredWithTheHubsAndDoesNotBlockTheOnesBehindIt() {
        List<java.time.Instant> times = new ArrayList<>();
        news.onEvent((agent, event, at, offset) -> times.add(at));
        var socket = connect(paired(), key);

        socket.connection.received(LinkCodec.write(
                new FromAgent.Event(1, EventId.fresh(), java.time.Instant.MAX, new EventBody.CameraBack())));
        socket.connection.received(LinkCodec.write(
                new FromAgent.Event(2, EventId.fresh(), java.time.Instant.MIN, new EventBody.CameraBack())));

        assertThat(socket.said(FromHub.EventsAck.class)).hasSize(2);
        assertThat(times).containsExactly(world.clock.instant(), world.clock.instant());
    }

    @Test
    void anAgentWhoseClockIsAbsurdIsStillWelcome() {
        AgentId agent = paired();
        var socket = new PlayedSocket();
        socket.call();

        socket.connection.received(LinkCodec.write(hello(agent, key, socket.nonce(), java.time.Instant.MIN)));

        assertThat(socket.said(FromHub.Welcome.class)).hasSize(1);
    }
}
