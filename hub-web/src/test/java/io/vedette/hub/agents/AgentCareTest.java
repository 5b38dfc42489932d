package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Protocol;
import io.vedette.contracts.pairing.PairingToken;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Agents that are revoked, swapped, copied, or wait for their owner. */
class AgentCareTest extends AgentScene {
    private final AgentCare care = new AgentCare(world.work, world.cameras, agents, ending, renewals, world.clock);
    private final Tickets tickets =
            new Tickets(new byte[32], world.clock, agent -> world.work.as(agent.tenant(), () -> agents.stand(agent)));
    private final KeyPair newKey = fresh();

    @Test
    void aRevokedAgentIsCutOffAtOnceAndToldAndItsTicketsAreDead() {
        AgentId agent = paired();
        var socket = connect(agent, key);
        AgentRef ref = agentRef();
        UUID object = UUID.fromString("0193c5a2-7d1e-7b11-9c52-0a1b2c3d4e5f");
        String ticket = tickets.issue(Tickets.Purpose.UPLOAD, ref, object, Duration.ofMinutes(15));
        assertThat(tickets.check(ticket, Tickets.Purpose.UPLOAD, object)).contains(ref);
        List<AgentRef> told = new ArrayList<>();
        news.onRevoked(told::add);

        world.work.run(world.owner.tenant(), () -> care.revoke(world.owner, gate));

        assertThat(socket.closed).containsExactly(Protocol.REVOKED);
        assertThat(told).containsExactly(ref);
        assertThat(tickets.check(ticket, Tickets.Purpose.UPLOAD, object)).isEmpty();
        assertThat(connect(agent, key).closed).containsExactly(Protocol.REVOKED);
        assertThat(agentOfGate()).as("the camera is free").isEmpty();
    }

    @Test
    void anEventOnItsWayFromARevokedAgentIsNotStored() {
        var socket = connect(paired(), key);
        world.work.run(world.owner.tenant(), () -> care.revoke(world.owner, gate));

        socket.connection.received(LinkCodec.write(lost(1)));

        assertThat(socket.said(FromHub.EventsAck.class)).isEmpty();
    }

    @Test
    void onlyWhoArrangesMayDecideAndAForeignerFindsNothing() {
        AgentId agent = paired();

        for (Viewer other : List.of(world.guard, world.stranger)) {
            assertThatThrownBy(() -> world.work.run(other.tenant(), () -> care.revoke(other, gate)))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> world.work.run(other.tenant(), () -> care.accept(other, gate, agent)))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> world.work.run(other.tenant(), () -> care.confirm(other, gate, agent)))
                    .isInstanceOf(Refusal.class);
            assertThatThrownBy(() -> world.work.run(other.tenant(), () -> care.renew(other, gate, agent)))
                    .isInstanceOf(Refusal.class);
        }
        assertThat(agentOfGate()).isPresent();
    }

    @Test
    void whatIsDecidedAboutAnAgentThatWasSwappedMeanwhileIsRefused() {
        AgentId seen = paired();
        assertThat(pairing.pair(request(token(true, false), newKey))).isPresent();

        assertThatThrownBy(() -> world.work.run(world.owner.tenant(), () -> care.revoke(world.owner, gate, seen)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.CHANGED));
        assertThat(agentOfGate()).isPresent();
    }

    @Test
    void aSwapRevokesTheOldBoxWhenTheNewOneComesAndNotBefore() {
        AgentId old = paired();
        var socket = connect(old, key);
        PairingToken swap = token(true, false);
        assertThat(socket.closed).isEmpty();

        AgentId fresh = pairing.pair(request(swap, newKey)).orElseThrow().agent();

        assertThat(socket.closed).containsExactly(Protocol.REVOKED);
        assertThat(fresh).isNotEqualTo(old);
        assertThat(agentOfGate().orElseThrow().id()).isEqualTo(fresh);
        assertThat(connect(fresh, newKey).said(FromHub.Welcome.class)).hasSize(1);
        assertThat(connect(old, key).closed).containsExactly(Protocol.REVOKED);
    }

    @Test
    void aTokenThatIsNoSwapOpensNothingForACameraThatHasAnAgentAndASwapNeedsOne() {
        assertThatThrownBy(() -> token(true, false)).isInstanceOf(Refusal.class);
        PairingToken late = token();
        AgentId agent = paired();

        assertThat(pairing.pair(request(late, newKey))).isEmpty();

        assertThatThrownBy(this::token).isInstanceOf(Refusal.class);
        assertThat(agentOfGate().orElseThrow().id()).isEqualTo(agent);
    }

    @Test
    void aCopyOfTheBoxRaisesTheAlarmWhicheverOfTheTwoWasStartedFirst() {
        AgentId agent = paired();
        connect(agent, key, new FromAgent.Life("original", 5));

        connect(agent, key, new FromAgent.Life("copy", 6)); // counts on from the same disk: may be a restart
        assertThat(agentOfGate().orElseThrow().clonedAt()).isEmpty();
        connect(agent, key, new FromAgent.Life("original", 5)); // but then this one would be dead

        assertThat(agentOfGate().orElseThrow().clonedAt()).contains(world.clock.instant());
    }

    @Test
    void twoBoxesThatCountTheSameStartAreACopyAtOnce() {
        AgentId agent = paired();
        connect(agent, key, new FromAgent.Life("one", 6));

        connect(agent, key, new FromAgent.Life("two", 6));

        assertThat(agentOfGate().orElseThrow().clonedAt()).isPresent();
    }

    @Test
    void reconnectsRestartsAndCrashesRaiseNoAlarm() {
        AgentId agent = paired();

        connect(agent, key, new FromAgent.Life("a", 1));
        connect(agent, key, new FromAgent.Life("a", 1));
        connect(agent, key, new FromAgent.Life("b", 2));
        connect(agent, key, new FromAgent.Life("c", 9)); // started seven times without reaching the hub

        assertThat(agentOfGate().orElseThrow().clonedAt()).isEmpty();
    }

    @Test
    void anAcceptedAlarmIsOverAndComesAgainWhenTheTwoGoOn() {
        AgentId agent = paired();
        connect(agent, key, new FromAgent.Life("one", 6));
        connect(agent, key, new FromAgent.Life("two", 6));

        world.work.run(world.owner.tenant(), () -> care.accept(world.owner, gate, agent));
        connect(agent, key, new FromAgent.Life("two", 6));
        assertThat(agentOfGate().orElseThrow().clonedAt()).isEmpty();

        connect(agent, key, new FromAgent.Life("one", 6));
        assertThat(agentOfGate().orElseThrow().clonedAt()).isPresent();
    }

    @Test
    void anAgentThatIsToBeConfirmedWaitsUntilSomebodyHasComparedTheWords() {
        AgentId agent =
                pairing.pair(request(token(false, true), key)).orElseThrow().agent();
        AgentRef ref = agentRef();
        assertThat(connect(agent, key).closed).containsExactly(Protocol.UNCONFIRMED);
        assertThat(world.work.as(ref.tenant(), () -> agents.stand(ref))).isFalse();

        world.work.run(world.owner.tenant(), () -> care.confirm(world.owner, gate, agent));

        assertThat(connect(agent, key).said(FromHub.Welcome.class)).hasSize(1);
    }

    @Test
    void aTokenThatIsTriedWronglyFiveTimesIsGoodForNothing() {
        PairingToken spared = token();
        PairingToken burnt = token();
        for (int tries = 0; tries < PairAgent.MOST_WRONG; tries++) {
            assertThat(pairing.pair(unproved(burnt))).isEmpty();
        }
        for (int tries = 1; tries < PairAgent.MOST_WRONG; tries++) {
            assertThat(pairing.pair(unproved(spared))).isEmpty();
        }

        assertThat(pairing.pair(request(burnt, key))).isEmpty();
        assertThat(pairing.pair(request(spared, key))).isPresent();
    }

    @Test
    void noTokenAndNoPrivateKeyOfAnAgentIsAnywhereInTheDatabase() {
        PairingToken token = token();
        assertThat(pairing.pair(request(token, key))).isPresent();

        List<?> rows = world.work.as(
                world.owner.tenant(),
                () -> world.work
                        .entities(world.owner.tenant())
                        .createNativeQuery(
                                "select t::text from pairing_token t union all select a::text from agent a",
                                String.class)
                        .getResultList());

        assertThat(rows).hasSize(2);
        assertThat(rows.toString())
                .doesNotContain(java.util.HexFormat.of().formatHex(token.secret()))
                .doesNotContain(token.reveal())
                .doesNotContain(
                        java.util.HexFormat.of().formatHex(key.getPrivate().getEncoded()));
    }

    @Test
    void anAgentWhoseClockIsTenYearsOffIsPairedAndWelcome() {
        AgentId agent = paired();
        for (long years : List.of(-10L, 10L)) {
            var socket = new PlayedSocket();
            socket.call();

            socket.connection.received(LinkCodec.write(
                    hello(agent, key, socket.nonce(), world.clock.instant().plus(Duration.ofDays(365 * years)))));

            assertThat(socket.said(FromHub.Welcome.class)).hasSize(1);
        }
    }

    private io.vedette.contracts.pairing.PairingRequest unproved(PairingToken token) {
        var stolen = request(token, fresh());
        return new io.vedette.contracts.pairing.PairingRequest(token, encoded(key), stolen.proof(), "1", "box");
    }

    private PairingToken token(boolean swap, boolean confirm) {
        return world.inTenant(world.owner, () -> tokens.make(world.owner, gate, new PairingTokens.Terms(swap, confirm)))
                .token();
    }

    private AgentRef agentRef() {
        return world.inTenant(
                world.owner,
                () -> agents.ofCamera(world.owner.tenant(), gate).orElseThrow().ref());
    }
}
