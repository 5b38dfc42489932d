package io.vedette.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vedette.contracts.link.MotionMarks;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class MotionMarksTest {
    private static final String NO_HEAT = "";

    @Test
    void theyComeBackAsTheyWereMade() {
        BitSet moved = new BitSet();
        moved.set(2, 9);
        byte[] heat = new byte[MotionMarks.CELLS];
        heat[17] = (byte) 255;

        MotionMarks marks = MotionMarks.of(moved, heat, 400);

        assertThat(marks.movedSeconds()).isEqualTo(moved);
        assertThat(marks.heatCells()).isEqualTo(heat);
    }

    @Test
    void whereNothingMovedThereIsNoHeatToSend() {
        MotionMarks still = MotionMarks.of(new BitSet(), new byte[MotionMarks.CELLS], 200);

        assertThat(still).isEqualTo(new MotionMarks("", NO_HEAT, 200));
        assertThat(still.heatCells()).containsOnly(0);
    }

    @Test
    void whatIsNoBase64NoGridOrTooLongIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new MotionMarks("*", NO_HEAT, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MotionMarks("", "AAAA", 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MotionMarks("", NO_HEAT, -1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MotionMarks("AAAA".repeat(MotionMarks.MOST_SECONDS / 24 + 1), NO_HEAT, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new MotionMarks("A".repeat(1_000_000), NO_HEAT, 0));
    }
}
