package io.vedette.agent.upload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BudgetTest {
    /** Nearly the longest wait that the jitter allows. */
    private static final RandomGenerator LATE = new RandomGenerator() {
        @Override
        public long nextLong() {
            return -1;
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    };

    private final Budget budget = new Budget();

    @Test
    void theFifthFailureIsTheLast() {
        for (int i = 1; i < Budget.TRIES; i++) {
            assertThat(budget.failed()).isFalse();
            assertThat(budget.pause(LATE)).isLessThanOrEqualTo(Duration.ofSeconds(8));
        }

        assertThat(budget.failed()).isTrue();
    }

    @Test
    void onlyANewHighestOffsetRenewsIt() {
        budget.reached(100);
        for (int i = 1; i < Budget.TRIES; i++) {
            budget.failed();
            budget.reached(100);
        }
        assertThat(budget.failed()).isTrue();

        budget.reached(101);

        assertThat(budget.failed()).isFalse();
    }

    @Test
    void whoAsksAgainRenewsItToo() {
        for (int i = 1; i < Budget.TRIES; i++) {
            budget.failed();
        }

        budget.renewed();

        assertThat(budget.failed()).isFalse();
    }

    @Test
    void pausesDoubleUpToTheLongestAndAreNeverNothing() {
        Duration first = Duration.ofMillis(100);
        Duration longest = Duration.ofMillis(500);

        assertThat(Budget.pause(first, 0, longest, LATE)).isEqualTo(first);
        assertThat(Budget.pause(first, 2, longest, LATE)).isEqualTo(Duration.ofMillis(400));
        assertThat(Budget.pause(first, 1_000, longest, LATE)).isEqualTo(longest);
        assertThat(Budget.pause(first, 0, longest, () -> 0)).isPositive();
    }
}
