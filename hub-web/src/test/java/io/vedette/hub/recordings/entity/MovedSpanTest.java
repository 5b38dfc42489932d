package io.vedette.hub.recordings.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class MovedSpanTest {
    private static BitSet moved(int... seconds) {
        BitSet moved = new BitSet();
        for (int second : seconds) {
            moved.set(second);
        }
        return moved;
    }

    @Test
    void secondsThatFollowOneAnotherAreOneStretch() {
        assertThat(MovedSpan.of(moved(0, 1, 2, 7), 0)).containsExactly(new MovedSpan(0, 3), new MovedSpan(7, 8));
    }

    @Test
    void aShortPauseEndsNoStretchAndALongerOneDoes() {
        assertThat(MovedSpan.of(moved(1, 5, 6, 11), 3)).containsExactly(new MovedSpan(1, 7), new MovedSpan(11, 12));
    }

    @Test
    void nothingThatMovedIsNoStretch() {
        assertThat(MovedSpan.of(new BitSet(), 3)).isEmpty();
    }

    @Test
    void aStretchHasALength() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MovedSpan(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new MovedSpan(-1, 3));
    }
}
