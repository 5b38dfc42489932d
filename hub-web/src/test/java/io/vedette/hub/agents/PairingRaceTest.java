package io.vedette.hub.agents;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.pairing.PairingAnswer;
import io.vedette.contracts.pairing.PairingRequest;
import io.vedette.contracts.pairing.PairingToken;
import java.security.KeyPair;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Many redeem one token at once: one wins, each time. */
class PairingRaceTest extends AgentScene {
    /** Each costs half a second of two cores; {@code -Dvedette.races=200} is what measured.md tells of. */
    private static final int ROUNDS = Integer.getInteger("vedette.races", 10);

    private static final int RACERS = 20;

    @Test
    void ofTwentyAgentsWithOneTokenAtOnceExactlyOneWinsInEachRound() throws Exception {
        List<KeyPair> keys = Stream.generate(AgentScene::fresh).limit(RACERS).toList();
        Set<AgentId> winners = new HashSet<>();
        CyclicBarrier line = new CyclicBarrier(RACERS);
        try (ExecutorService racers = Executors.newFixedThreadPool(RACERS)) {
            for (int round = 0; round < ROUNDS; round++) {
                PairingToken token = tokenFor(round);
                List<Future<Optional<PairingAnswer>>> answers = racers.invokeAll(keys.stream()
                        .map(key -> request(token, key))
                        .map(request -> atOnce(line, request))
                        .toList());
                List<PairingAnswer> won = answers.stream()
                        .map(Future::resultNow)
                        .flatMap(Optional::stream)
                        .toList();
                assertThat(won).as("round %d", round).hasSize(1);
                assertThat(agentOfGate().orElseThrow().id())
                        .isEqualTo(won.getFirst().agent());
                winners.add(won.getFirst().agent());
            }
        }
        assertThat(winners).hasSize(ROUNDS);
    }

    private Callable<Optional<PairingAnswer>> atOnce(CyclicBarrier line, PairingRequest request) {
        return () -> {
            line.await();
            return pairing.pair(request);
        };
    }

    /** One camera, whose agent is swapped again and again. */
    private PairingToken tokenFor(int round) {
        var terms = new PairingTokens.Terms(round > 0, false);
        return world.inTenant(world.owner, () -> tokens.make(world.owner, gate, terms))
                .token();
    }
}
