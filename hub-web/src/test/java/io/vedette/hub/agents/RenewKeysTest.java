package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.hub.platform.deed.DeedKind;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An agent gets a new key; nobody else slips in, and whoever has the old one is out. */
class RenewKeysTest extends AgentScene {
    private final AgentCare care = new AgentCare(world.work, world.cameras, agents, ending, renewals, world.clock);
    private final PairingRequest request = request(token(), key);
    private final PairingAnswer paired = pairing.pair(request).orElseThrow();
    private final AgentId agent = paired.agent();
    private final KeyPair newKey = fresh();

    @Test
    void theNewKeyIsTakenProvedNotedAndOpensWhatTheOldOneOpensNoMore() {
        var socket = connect(agent, key);
        world.clock.move(Duration.ofHours(1));

        socket.connection.received(LinkCodec.write(renewal(socket.nonce(), key, newKey)));

        FromHub.KeyRenewed done = socket.said(FromHub.KeyRenewed.class).getFirst();
        byte[] claim = Proof.renewed(world.owner.tenant(), agent, encoded(newKey));
        assertThat(done.publicKey()).isEqualTo(encoded(newKey));
        assertThat(Signatures.verifies(Signatures.key(paired.hubKey()).orElseThrow(), claim, done.signature()))
                .isTrue();
        Agent row = agentOfGate().orElseThrow();
        assertThat(row.keySince()).isEqualTo(world.clock.instant());
        assertThat(row.words()).isEqualTo(FourWords.of(world.owner.tenant(), encoded(newKey), paired.hubKey()));
        assertThat(socket.closed).as("this connection goes on").isEmpty();
        assertThat(connect(agent, newKey).said(FromHub.Welcome.class)).hasSize(1);
        assertThat(connect(agent, key).closed).containsExactly(4401);
        assertThat(pairing.pair(request))
                .as("the token it came with, and its old key")
                .isEmpty();
        assertThat(deeds()).contains(DeedKind.AGENT_KEY_RENEWED.word());
    }

    @Test
    void itIsTimeForANewKeyAfterThirtyDaysAtTheHelloAndWhileTheConnectionLasts() {
        var early = connect(agent, key);
        world.clock.move(RenewKeys.LIFE.minusSeconds(1));
        early.connection.received(beat(1));
        assertThat(early.said(FromHub.KeyDue.class)).isEmpty();

        world.clock.move(Duration.ofSeconds(1));
        early.connection.received(beat(2));
        early.connection.received(beat(3));

        assertThat(early.said(FromHub.KeyDue.class)).as("once").hasSize(1);
        var late = connect(agent, key);
        assertThat(late.said(FromHub.KeyDue.class)).hasSize(1);
        late.connection.received(LinkCodec.write(renewal(late.nonce(), key, newKey)));
        assertThat(connect(agent, newKey).said(FromHub.KeyDue.class)).isEmpty();
    }

    @Test
    void itsOwnerAsksAndTheAgentHearsItAtOnceOrWhenItComes() {
        var socket = connect(agent, key);
        world.work.run(world.owner.tenant(), () -> care.renew(world.owner, gate, agent));
        assertThat(socket.said(FromHub.KeyDue.class)).hasSize(1);
        assertThat(agentOfGate().orElseThrow().keyAsked()).isTrue();
        assertThat(deeds()).contains(DeedKind.AGENT_KEY_ASKED.word());
        socket.connection.closed();

        var again = connect(agent, key);
        assertThat(again.said(FromHub.KeyDue.class)).hasSize(1);
        again.connection.received(LinkCodec.write(renewal(again.nonce(), key, newKey)));

        assertThat(agentOfGate().orElseThrow().keyAsked()).isFalse();
    }

    @Test
    void aKeyThatIsNotSignedByTheOldOneAndByItselfForThisConnectionIsRefused() {
        var socket = connect(agent, key);
        String otherNonce = connect(agent, key).nonce();
        socket = connect(agent, key);
        KeyPair strange = fresh();
        FromAgent.RenewKey good = renewal(socket.nonce(), key, newKey);

        for (FromAgent.RenewKey bad : List.of(
                renewal(socket.nonce(), strange, newKey),
                new FromAgent.RenewKey(encoded(strange), good.signature(), good.proof()),
                new FromAgent.RenewKey(good.publicKey(), good.signature(), good.signature()),
                renewal(socket.nonce(), key, key))) {
            socket.connection.received(LinkCodec.write(bad));
        }
        var next = connect(agent, key);
        next.connection.received(LinkCodec.write(renewal(otherNonce, key, newKey)));
        next.connection.received(LinkCodec.write(new FromAgent.RenewKey("no key", good.signature(), good.proof())));

        assertThat(socket.said(FromHub.KeyRenewed.class)).isEmpty();
        assertThat(next.said(FromHub.KeyRenewed.class)).isEmpty();
        assertThat(connect(agent, key).said(FromHub.Welcome.class)).hasSize(1);
    }

    @Test
    void aConnectionThatWasTakenOverAndARevokedAgentGetNoNewKey() {
        var old = connect(agent, key);
        var now = connect(agent, key);
        old.connection.received(LinkCodec.write(renewal(old.nonce(), key, newKey)));
        world.work.run(world.owner.tenant(), () -> care.revoke(world.owner, gate));
        now.connection.received(LinkCodec.write(renewal(now.nonce(), key, newKey)));

        assertThat(old.said(FromHub.KeyRenewed.class)).isEmpty();
        assertThat(now.said(FromHub.KeyRenewed.class)).isEmpty();
    }

    @Test
    void whileTwoBoxesUseTheKeyNeitherCanShutTheOtherOut() {
        connect(agent, key, new FromAgent.Life("one", 6));
        var copy = connect(agent, key, new FromAgent.Life("two", 6));

        copy.connection.received(LinkCodec.write(renewal(copy.nonce(), key, newKey)));
        assertThat(copy.said(FromHub.KeyRenewed.class)).isEmpty();

        world.work.run(world.owner.tenant(), () -> care.accept(world.owner, gate, agent));
        copy.connection.received(LinkCodec.write(renewal(copy.nonce(), key, newKey)));
        assertThat(copy.said(FromHub.KeyRenewed.class)).hasSize(1);
    }

    @Test
    void whoeverComesWithAnOldKeyIsRefusedAndRaisesTheAlarm() {
        var socket = connect(agent, key);
        socket.connection.received(LinkCodec.write(renewal(socket.nonce(), key, newKey)));
        assertThat(agentOfGate().orElseThrow().clonedAt()).isEmpty();

        assertThat(connect(agent, fresh()).closed).containsExactly(4401);
        assertThat(agentOfGate().orElseThrow().clonedAt()).as("a stranger").isEmpty();
        assertThat(connect(agent, key).closed).containsExactly(4401);

        assertThat(agentOfGate().orElseThrow().clonedAt()).isPresent();
    }

    @Test
    void whoWritesTheRowLateDoesNotBringTheOldKeyBack() {
        var socket = connect(agent, key);

        world.work.run(world.owner.tenant(), () -> {
            Agent read = agents.find(world.owner.tenant(), agent).orElseThrow();
            CompletableFuture.runAsync(
                            () -> socket.connection.received(LinkCodec.write(renewal(socket.nonce(), key, newKey))))
                    .join();
            read.seen(CameraState.STREAMING, world.clock.instant());
        });

        assertThat(agentOfGate().orElseThrow().cameraState()).isEqualTo(CameraState.STREAMING);
        assertThat(connect(agent, newKey).said(FromHub.Welcome.class)).hasSize(1);
    }

    @Test
    void anAgentThatMakesOneKeyAfterTheOtherIsHeardFiveTimesOnAConnection() {
        var socket = connect(agent, key);
        KeyPair from = key;
        for (int i = 0; i < 7; i++) {
            KeyPair to = fresh();
            socket.connection.received(LinkCodec.write(renewal(socket.nonce(), from, to)));
            from = to;
        }

        assertThat(socket.said(FromHub.KeyRenewed.class)).hasSize(5);
    }

    private FromAgent.RenewKey renewal(String nonce, KeyPair old, KeyPair wanted) {
        byte[] claim = Proof.renewal(world.owner.tenant(), agent, nonce, encoded(old), encoded(wanted));
        return new FromAgent.RenewKey(encoded(wanted), sign(old, claim), sign(wanted, claim));
    }

    private String beat(long seq) {
        return LinkCodec.write(new FromAgent.Heartbeat(seq, world.clock.instant(), CameraState.STREAMING, 0, 50, null));
    }

    private List<String> deeds() {
        return world.work.as(
                world.owner.tenant(),
                () -> world.work
                        .entities(world.owner.tenant())
                        .createNativeQuery("select action from audit_entry order by seq", String.class)
                        .getResultStream()
                        .map(String.class::cast)
                        .toList());
    }
}
