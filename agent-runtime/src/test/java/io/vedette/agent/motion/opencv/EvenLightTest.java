package io.vedette.agent.motion.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import java.util.Random;
import org.bytedeco.javacpp.indexer.FloatRawIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.jupiter.api.Test;

class EvenLightTest {
    private static final int WIDTH = 16;
    private static final int HEIGHT = 15;

    private interface Picture {
        double at(int x, int y, double wall);
    }

    /** Of one block, with a wall of some texture behind. */
    private static double unexplained(double texture, Picture picture) {
        Random random = new Random(7);
        try (Mat wall = new Mat(HEIGHT, WIDTH, CV_32FC1);
                Mat now = new Mat(HEIGHT, WIDTH, CV_32FC1);
                FloatRawIndexer walls = wall.createIndexer();
                FloatRawIndexer shown = now.createIndexer()) {
            for (int y = 0; y < HEIGHT; y++) {
                for (int x = 0; x < WIDTH; x++) {
                    double stone = 100 + texture * random.nextGaussian();
                    walls.put(y, x, (float) stone);
                    shown.put(y, x, (float) picture.at(x, y, stone));
                }
            }
            return new EvenLight().unexplained(now, wall, 0, 0, WIDTH, HEIGHT);
        }
    }

    @Test
    void theEdgeOfASoftShadowIsExplainedOnAWallWithTextureAndWithout() {
        Picture shadow = (x, y, wall) -> wall * (1 - 0.02 * x + 0.005 * y) + 3;

        assertThat(unexplained(0, shadow)).isLessThan(0.01);
        assertThat(unexplained(12, shadow)).isLessThan(0.01);
    }

    @Test
    void halfOfTheEdgeOfAFigureIsLeft() {
        // as far from its mean as half of the step, without a light that changes
        assertThat(unexplained(0, (x, y, wall) -> x < WIDTH / 2 ? 60 : wall)).isBetween(9.0, 11.0);
        assertThat(unexplained(12, (x, y, wall) -> x < WIDTH / 2 ? 60 : wall)).isGreaterThan(8.0);
    }

    @Test
    void aFigureInTheMiddleIsLeftAsItIs() {
        double all = Math.sqrt(40 * 40 * (4.0 / WIDTH) * (1 - 4.0 / WIDTH));

        assertThat(unexplained(0, (x, y, wall) -> x >= 6 && x < 10 ? 60 : wall)).isGreaterThan(0.9 * all);
    }
}
