package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Looks five a second; the monotonic clock's zero is 12:00:30. */
class MotionTallyTest {
    private static final Instant ZERO = Instant.parse("2026-05-04T12:00:30Z");

    private final MotionTally tally = new MotionTally();

    private static long nanos(double seconds) {
        return Math.round(seconds * 1e9);
    }

    private void looks(double from, double to, int... blocks) {
        for (double at = from; at < to - 1e-6; at += 0.2) {
            BitSet moved = new BitSet();
            for (int block : blocks) {
                moved.set(block);
            }
            tally.looked(new MotionDetector.Look(
                    nanos(at), blocks.length, moved, blocks.length == 0 ? List.of() : List.of("picture")));
        }
    }

    private MotionSummary take(double from, double to) {
        return tally.take(nanos(from), nanos(to), ZERO::plusNanos);
    }

    @Test
    void theMinutesInWhichItMovedAreThoseOfTheWallClock() {
        looks(0, 31);
        looks(31, 33, 5);
        looks(33, 160);

        MotionMinutes minutes = take(0, 160).minutes();

        assertThat(minutes.first()).isEqualTo(Instant.parse("2026-05-04T12:00:00Z"));
        assertThat(minutes.movedAt(Instant.parse("2026-05-04T12:01:59Z"))).isTrue();
        assertThat(minutes.movedAt(Instant.parse("2026-05-04T12:00:59Z"))).isFalse();
        assertThat(minutes.moved().cardinality()).isEqualTo(1);
    }

    @Test
    void theHeatIsTheShareOfTheTimeThatACellMoved() {
        looks(0, 5);
        looks(5, 10, 0);

        HeatGrid heat = take(0, 10).heat();

        // a block is 0.8 cells wide and 1.33 cells tall
        assertThat(heat.at(0, 0)).isBetween(98, 108);
        assertThat(heat.at(0, 1)).isBetween(32, 36);
        assertThat(heat.at(1, 0)).isZero();
        assertThat(heat.at(15, 15)).isZero();
    }

    @Test
    void whatMovesForAMomentIsNotRoundedAway() {
        looks(0, 600);
        looks(600, 600.2, 239);
        looks(600.2, 700);

        assertThat(take(0, 700).heat().at(15, 15)).isEqualTo(1);
    }

    @Test
    void aRecordingTakesItsOwnLooksAndTheNextOneFindsItsOwn() {
        looks(0, 10, 3);
        looks(10, 20);
        looks(20, 30, 200);

        assertThat(take(5, 15).minutes().moved().isEmpty()).isFalse();
        MotionSummary second = take(18, 30);

        assertThat(second.heat().at(2, 0)).isZero();
        assertThat(second.heat().at(0, 13)).isPositive();
        assertThat(take(0, 30).minutes().moved().isEmpty()).isTrue();
    }

    @Test
    void withNobodyTakingTheOldestGo() {
        looks(0, 10, 3);
        looks(10, 1300);

        assertThat(take(0, 1300).minutes().moved().isEmpty()).isTrue();
    }

    @Test
    void minutesBeginAtAMinute() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MotionMinutes(ZERO, new BitSet()));
    }
}
