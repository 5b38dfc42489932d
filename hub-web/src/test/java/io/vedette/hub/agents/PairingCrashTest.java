package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import java.security.KeyPair;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The hub dies at each step of a pairing: the same agent is never stuck, and no other slips in. */
class PairingCrashTest extends AgentScene {
    private final KeyPair other = fresh();

    /** As if the power went: what is in the transaction is gone. */
    private static final class Crash extends RuntimeException {}

    @Test
    void beforeTheCommitNothingHasHappenedAndTheAgentIsPairedWhenItAsksAgain() {
        PairingRequest request = request(token(), key);

        dyingBeforeTheCommit(request);

        assertThat(agentOfGate()).isEmpty();
        AgentId agent = pairing.pair(request).orElseThrow().agent();
        assertThat(connect(agent, key).said(FromHub.Welcome.class)).hasSize(1);
    }

    @Test
    void afterTheCommitTheSameKeyIsAnsweredTheSameHoweverLateAndAnotherIsRefused() {
        PairingToken token = token();
        PairingAnswer lost = pairing.pair(request(token, key)).orElseThrow();

        assertThat(pairing.pair(request(token, other))).isEmpty();
        world.clock.move(PairingTokens.LIFE.plus(Duration.ofDays(1)));

        assertThat(pairing.pair(request(token, key))).contains(lost);
        assertThat(pairing.pair(request(token, other))).isEmpty();
        assertThat(connect(lost.agent(), key).said(FromHub.Welcome.class)).hasSize(1);
        assertThat(connect(lost.agent(), other).closed).containsExactly(4401);
    }

    @Test
    void aSwapThatDiesBeforeTheCommitLeavesTheOldBoxInItsPlace() {
        AgentId old = paired();
        var socket = connect(old, key);
        PairingToken swap = world.inTenant(
                        world.owner, () -> tokens.make(world.owner, gate, new PairingTokens.Terms(true, false)))
                .token();

        dyingBeforeTheCommit(request(swap, other));

        assertThat(socket.closed).isEmpty();
        assertThat(agentOfGate().orElseThrow().id()).isEqualTo(old);
        AgentId fresh = pairing.pair(request(swap, other)).orElseThrow().agent();
        assertThat(agentOfGate().orElseThrow().id()).isEqualTo(fresh);
        assertThat(pairing.pair(request(swap, key))).as("the old box's key").isEmpty();
    }

    private void dyingBeforeTheCommit(PairingRequest request) {
        assertThatThrownBy(() -> world.work.run(world.owner.tenant(), () -> {
                    assertThat(pairing.pair(request)).isPresent();
                    throw new Crash();
                }))
                .isInstanceOf(Crash.class);
    }
}
