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
        assertThat(budget.pause(LATE)).isEqualTo(Duration.ofSeconds(60));
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
    void restsGrowLongerUpToAQuarterOfAnHour() {
        Duration last = Duration.ZERO;
        for (int i = 0; i < 10 * Budget.TRIES; i++) {
            budget.failed();
            last = budget.pause(LATE);
        }

        assertThat(last).isEqualTo(Duration.ofMinutes(15));
    }
}
