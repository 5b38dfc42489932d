package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.link.MotionMarks;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

/** Looks five a second. */
class MotionTallyTest {
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
            tally.looked(nanos(at), moved);
        }
    }

    private MotionMarks take(double from, double to) {
        return tally.take(nanos(from), nanos(to)).orElseThrow();
    }

    private static int heat(MotionMarks marks, int column, int row) {
        return marks.heatCells()[row * MotionMarks.SIDE + column] & 0xff;
    }

    @Test
    void theSecondsInWhichItMovedAreCountedFromTheFirstPicture() {
        looks(100, 131);
        looks(131, 133, 5);
        looks(133, 160);

        assertThat(take(100.5, 160).movedSeconds().stream()).containsExactly(30, 31, 32);
    }

    @Test
    void theHeatIsTheShareOfTheTimeThatACellMoved() {
        looks(0, 5);
        looks(5, 10, 0);

        MotionMarks marks = take(0, 10);

        // a block is 0.8 cells wide and 1.33 cells tall
        assertThat(heat(marks, 0, 0)).isBetween(98, 108);
        assertThat(heat(marks, 0, 1)).isBetween(32, 36);
        assertThat(heat(marks, 1, 0)).isZero();
        assertThat(heat(marks, 15, 15)).isZero();
    }

    @Test
    void whatMovesForAMomentIsNotRoundedAway() {
        looks(0, 600);
        looks(600, 600.2, 239);
        looks(600.2, 700);

        assertThat(heat(take(0, 700), 15, 15)).isEqualTo(1);
    }

    @Test
    void aRecordingTakesItsOwnLooksAndTheNextOneFindsItsOwn() {
        looks(0, 10, 3);
        looks(10, 20);
        looks(20, 30, 200);

        assertThat(take(5, 15).movedSeconds().stream()).containsExactly(0, 1, 2, 3, 4);
        MotionMarks second = take(18, 30);

        assertThat(heat(second, 2, 0)).isZero();
        assertThat(heat(second, 0, 13)).isPositive();
        assertThat(tally.take(0, nanos(30))).isEmpty();
    }

    @Test
    void whatCanComeIntoNoRecordingIsForgottenAndNothingElse() {
        looks(0, 10, 3);

        tally.forgetBefore(nanos(4));

        assertThat(take(0, 10).movedSeconds().stream()).containsExactly(4, 5, 6, 7, 8, 9);
    }

    @Test
    void whereNobodyLookedNothingIsClaimed() {
        looks(0, 10);

        assertThat(tally.take(nanos(20), nanos(30))).isEmpty();
    }

    @Test
    void theLongestStretchWithoutALookIsTold() {
        looks(0, 4);
        looks(10, 12);

        assertThat(take(0, 12).blindMs()).isEqualTo(6200);
        looks(20, 21);
        assertThat(take(19, 25).blindMs()).as("to the end").isEqualTo(4200);
    }

    @Test
    void withNobodyTakingTheOldestGo() {
        looks(0, 10, 3);
        looks(10, 4100);

        assertThat(take(0, 4100).movedSeconds().isEmpty()).isTrue();
    }
}
