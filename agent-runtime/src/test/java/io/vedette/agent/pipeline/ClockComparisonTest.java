package io.vedette.agent.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClockComparisonTest {
    private static final long SECOND = 1_000_000_000L;

    private final ClockComparison comparison = new ClockComparison();
    private long arrived;

    /** Ten packets a second of a clock that is so far ahead, each so much longer on its way than the fastest could be. */
    private void packets(Duration ahead, int seconds, List<Integer> delaysMs) {
        for (int i = 0; i < 10 * seconds; i++) {
            arrived += SECOND / 10;
            comparison.packet(
                    ahead.minusMillis(delaysMs.get(i % delaysMs.size())).toNanos(), arrived);
        }
    }

    @Test
    void theFastestPacketIsBelievedAndTheOthersSayHowFar() {
        packets(Duration.ofSeconds(37), 2, List.of(80, 20, 60));

        assertThat(comparison.result()).contains(new CameraClock(Duration.ofMillis(36_980), Duration.ofMillis(30)));
    }

    @Test
    void aFewPacketsSayNothing() {
        comparison.packet(SECOND, SECOND);

        assertThat(comparison.result()).isEmpty();
    }

    @Test
    void aClockThatIsSetIsComparedAnew() {
        packets(Duration.ofDays(-20_000), 2, List.of(0));
        comparison.packet(SECOND, arrived += SECOND);
        assertThat(comparison.result()).as("at once").isEmpty();

        packets(Duration.ofSeconds(1), 2, List.of(0, 10));
        assertThat(comparison.result()).contains(new CameraClock(Duration.ofSeconds(1), Duration.ofMillis(5)));
    }

    @Test
    void clocksThatRunApartAreFollowed() {
        packets(Duration.ofMillis(500), 10, List.of(0));
        packets(Duration.ofMillis(400), 70, List.of(0, 4));

        assertThat(comparison.result()).contains(new CameraClock(Duration.ofMillis(400), Duration.ofMillis(2)));
    }
}
