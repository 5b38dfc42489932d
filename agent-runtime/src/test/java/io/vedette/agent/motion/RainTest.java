package io.vedette.agent.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class RainTest {
    private final Rain rain = new Rain();
    private final Random random = new Random(3);

    /** Half a second each, with noise everywhere and streaks in some blocks. */
    private void show(int looks, IntPredicate streaked) {
        for (int look = 0; look < looks; look++) {
            double[] alone = new double[BlockScores.BLOCKS];
            Arrays.setAll(alone, i -> 1.2 + 0.2 * random.nextDouble() + (streaked.test(i) ? 2 : 0));
            rain.learn(alone, 0.5);
        }
    }

    @Test
    void streaksNowHereNowThereAreRainWithinThreeSeconds() {
        show(6, i -> random.nextInt(5) == 0);

        assertThat(rain.falls()).isTrue();
    }

    @Test
    void aTreeThatAlwaysStirsInTheSamePlaceIsNone() {
        show(60, i -> i < 60);

        assertThat(rain.falls()).isFalse();
    }

    @Test
    void somebodyWhoRunsThroughTheWholePictureIsNone() {
        show(20, i -> false);
        for (int column = 0; column < 20; column += 4) {
            int at = column;
            show(1, i -> i / 20 > 5 && Math.abs(i % 20 - at) < 2);
        }

        assertThat(rain.falls()).isFalse();
    }

    @Test
    void rainThatEndsIsForgotten() {
        show(40, i -> random.nextInt(5) == 0);
        show(60, i -> false);

        assertThat(rain.falls()).isFalse();
    }
}
