package io.vedette.lab.clip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ClockCodeTest {
    @Test
    void everyTimeReadsBackAndIsAMixtureOfLightAndDark() {
        for (int tenths = 0; tenths < ClockCode.limit(); tenths++) {
            int word = ClockCode.encode(tenths);

            assertThat(ClockCode.decode(word)).hasValue(tenths);
            assertThat(Integer.bitCount(word)).isBetween(2, ClockCode.BITS - 2);
        }
    }

    @Test
    void oneOrTwoMisreadBlocksAreNeverATime() {
        for (int tenths = 0; tenths < ClockCode.limit(); tenths++) {
            int word = ClockCode.encode(tenths);
            for (int first = 0; first < ClockCode.BITS; first++) {
                for (int second = first; second < ClockCode.BITS; second++) {
                    int wrong = word ^ (1 << first | 1 << second);
                    assertThat(ClockCode.decode(wrong)).isEmpty();
                }
            }
        }
    }

    @Test
    void fewBlocksChangeFromOneTenthToTheNext() {
        for (int tenths = 1; tenths < 600; tenths++) {
            int changed = ClockCode.encode(tenths) ^ ClockCode.encode(tenths - 1);

            assertThat(Integer.bitCount(changed)).isLessThanOrEqualTo(6);
        }
    }

    @Test
    void aTimeBeyondTheLoopsLimitIsRefused() {
        assertThatThrownBy(() -> ClockCode.encode(ClockCode.limit())).isInstanceOf(IllegalArgumentException.class);
    }
}
