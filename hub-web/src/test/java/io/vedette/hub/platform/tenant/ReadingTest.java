package io.vedette.hub.platform.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is remembered of a transaction's questions, and for how long. */
class ReadingTest {
    private final HubWorld world = new HubWorld();
    private final TenantWork work = world.work;
    private final TenantId acme = world.owner.tenant();
    private int asked;

    @AfterEach
    void close() {
        world.close();
    }

    private int ask(String question) {
        return work.once(question, () -> ++asked);
    }

    private List<Integer> twice(String question) {
        return new ArrayList<>(List.of(ask(question), ask(question)));
    }

    @Test
    void whileATransactionReadsAQuestionIsAskedOnceAndAnotherByItself() {
        List<Integer> answers = work.as(
                acme,
                () -> work.reading(() -> {
                    List<Integer> both = twice("one");
                    both.addAll(twice("another"));
                    return both;
                }));

        assertThat(answers).containsExactly(1, 1, 2, 2);
    }

    @Test
    void aTransactionThatMayChangeSomethingAsksEachTime() {
        assertThat(work.as(acme, () -> twice("one"))).containsExactly(1, 2);
    }

    @Test
    void theNextTransactionAsksAnewAndSoDoesTheSameOneWhenItHasReadEnough() {
        List<Integer> answers = work.as(acme, () -> {
            List<Integer> some = new ArrayList<>(work.reading(() -> twice("one")));
            some.add(ask("one"));
            return some;
        });

        assertThat(answers).containsExactly(1, 1, 2);
        assertThat(work.as(acme, () -> work.reading(() -> twice("one")))).containsExactly(3, 3);
    }

    @Test
    void whatIsTriedOutIsAskedAboutEachTimeAndIsNotRememberedAfterwards() {
        List<Integer> answers = work.as(
                acme,
                () -> work.reading(() -> {
                    List<Integer> all = twice("one");
                    all.addAll(work.tentatively(acme, () -> twice("one")));
                    all.addAll(twice("one"));
                    return all;
                }));

        assertThat(answers).containsExactly(1, 1, 2, 3, 4, 4);
    }
}
