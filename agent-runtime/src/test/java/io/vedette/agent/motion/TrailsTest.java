package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrailsTest {
    private static final long MILLI = 1_000_000;

    private final Trails trails = new Trails();

    @Test
    void whoIsClearlySeenTwiceBesideOneAnotherIsBelieved() {
        assertThat(seen(at(5, 5, 1), MotionDecision.CLEAR, 0)).isLessThan(1);
        assertThat(seen(at(6, 5, 1), MotionDecision.CLEAR, 200)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void whoIsFaintlySeenIsBelievedTheThirdTime() {
        assertThat(seen(at(5, 5, 1), MotionDecision.FAINT, 0)).isLessThan(1);
        assertThat(seen(at(5, 5, 1), MotionDecision.FAINT, 200)).isLessThan(1);
        assertThat(seen(at(6, 5, 1), MotionDecision.FAINT, 400)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void fartherAwayThanTheyCanHaveRunItIsSomebodyElse() {
        seen(at(5, 5, 1), MotionDecision.CLEAR, 0);

        assertThat(seen(at(8, 5, 1), MotionDecision.CLEAR, 100)).isLessThan(1);
    }

    @Test
    void whoIsTallRunsThatFar() {
        seen(at(5, 2, 6), MotionDecision.CLEAR, 0);

        assertThat(seen(at(8, 2, 6), MotionDecision.CLEAR, 100)).isGreaterThanOrEqualTo(1);
    }

    @Test
    void oneLookWithoutThemIsForgivenAndTwoAreNot() {
        seen(at(5, 5, 1), MotionDecision.CLEAR, 0);
        assertThat(seen(at(5, 5, 1), MotionDecision.CLEAR, 400)).isGreaterThanOrEqualTo(1);

        assertThat(seen(at(5, 5, 1), MotionDecision.CLEAR, 1000)).isLessThan(1);
    }

    @Test
    void twoAtOnceAreNotOneTwice() {
        List<Trails.Followed> both =
                trails.follow(List.of(moving(at(5, 5, 1), 0.5), moving(at(7, 5, 1), 0.5)), 1000 * MILLI);

        assertThat(both).allMatch(one -> one.evidence() < 1);
    }

    @Test
    void whoIsClearInOneRegionIsNotForgottenForBeingFaintInAnother() {
        BitSet there = at(5, 5, 1);
        trails.follow(
                List.of(
                        new MotionDecision.Moving("gate", there, MotionDecision.CLEAR),
                        new MotionDecision.Moving("yard", there, MotionDecision.FAINT)),
                1000 * MILLI);

        assertThat(seen(there, MotionDecision.CLEAR, 200)).isGreaterThanOrEqualTo(1);
    }

    private double seen(BitSet blocks, double evidence, long millis) {
        return trails.follow(List.of(moving(blocks, evidence)), (1000 + millis) * MILLI)
                .getFirst()
                .evidence();
    }

    private static MotionDecision.Moving moving(BitSet blocks, double evidence) {
        return new MotionDecision.Moving("yard", blocks, evidence);
    }

    private static BitSet at(int column, int row, int height) {
        BitSet blocks = new BitSet();
        for (int i = 0; i < height; i++) {
            blocks.set((row + i) * BlockScores.COLUMNS + column);
        }
        return blocks;
    }
}
