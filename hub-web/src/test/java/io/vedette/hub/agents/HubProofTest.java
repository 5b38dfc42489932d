package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.link.FromAgent;
import io.vedette.contracts.link.FromHub;
import io.vedette.contracts.link.LinkCodec;
import io.vedette.contracts.link.Proof;
import io.vedette.contracts.link.Signatures;
import io.vedette.contracts.pairing.FourWords;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** The hub shows who it is, too: at pairing, and before an agent says anything. */
class HubProofTest extends AgentScene {

    @Test
    void theAnswerCarriesTheHubsKeyAndProvesIt() {
        PairingRequest request = request(token(), key);

        PairingAnswer answer = pairing.pair(request).orElseThrow();

        byte[] claim = Proof.paired(answer.tenant(), answer.agent(), answer.camera(), request.publicKey());
        assertThat(Signatures.verifies(Signatures.key(answer.hubKey()).orElseThrow(), claim, answer.proof()))
                .isTrue();
        assertThat(agentOfGate().orElseThrow().words())
                .isEqualTo(FourWords.of(answer.tenant(), request.publicKey(), answer.hubKey()));
    }

    @Test
    void aCallIsAnsweredWithAChallengeThatTheHubsKeySigned() {
        PairingAnswer paired = pairing.pair(request(token(), key)).orElseThrow();
        var socket = new PlayedSocket();

        socket.call();

        FromHub.Challenge challenge = socket.said(FromHub.Challenge.class).getFirst();
        byte[] claim = Proof.hub(paired.tenant(), "agents-nonce", challenge.nonce());
        assertThat(Signatures.verifies(Signatures.key(paired.hubKey()).orElseThrow(), claim, challenge.signature()))
                .isTrue();
    }

    @Test
    void aHelloWithoutACallIsNotHeard() {
        var agent = paired();
        var socket = new PlayedSocket();

        socket.connection.received(LinkCodec.write(hello(agent, key, "anything", world.clock.instant())));

        assertThat(socket.closed).containsExactly(4401);
        assertThat(socket.heard).isEmpty();
    }

    @Test
    void aCallForATenantWithoutAgentsOrWithoutEndIsRefusedLikeAnUnknownAgentAndMakesNoKey() {
        paired();
        for (var call : List.of(
                new FromAgent.Call(TenantId.fresh(), "nonce"),
                new FromAgent.Call(world.stranger.tenant(), "nonce"),
                new FromAgent.Call(world.owner.tenant(), "n".repeat(2000)))) {
            var socket = new PlayedSocket();

            socket.connection.received(LinkCodec.write(call));

            assertThat(socket.closed).containsExactly(4401);
            assertThat(socket.heard).isEmpty();
        }
        assertThat(world.inTenant(world.stranger, () -> keys.find(world.stranger.tenant())))
                .isEmpty();
    }

    @Test
    void aHelloForAnotherTenantThanTheCallIsRefused() {
        var agent = paired();
        var socket = new PlayedSocket();
        socket.call();
        FromAgent.Hello right = hello(agent, key, socket.nonce(), world.clock.instant());

        socket.connection.received(LinkCodec.write(new FromAgent.Hello(
                world.stranger.tenant(),
                right.agent(),
                right.protocol(),
                right.version(),
                right.at(),
                right.life(),
                right.signature())));

        assertThat(socket.closed).containsExactly(4401);
    }

    @Test
    void aHelloThatWasHeardOnceIsWorthNothingOnAnotherConnection() {
        var agent = paired();
        var first = new PlayedSocket();
        first.call();
        String hello = LinkCodec.write(hello(agent, key, first.nonce(), world.clock.instant()));
        first.connection.received(hello);
        assertThat(first.said(FromHub.Welcome.class)).hasSize(1);
        var second = new PlayedSocket();
        second.call();

        second.connection.received(hello);

        assertThat(second.closed).containsExactly(4401);
    }

    @Test
    void theKeyIsTheSameForEveryAgentOfATenantAlsoWhenTheFirstOnesComeAtOnce() throws Exception {
        try (var pool = Executors.newFixedThreadPool(4)) {
            Callable<Boolean> make = () -> {
                keys.make(world.owner.tenant());
                return true;
            };
            for (var made : pool.invokeAll(List.of(make, make, make, make))) {
                assertThat(made.get()).isTrue();
            }
        }
        assertThat(world.inTenant(world.owner, () -> keys.find(world.owner.tenant())))
                .isPresent();
    }
}
