package io.vedette.agent.motion.opencv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;

import io.vedette.agent.motion.BlockScores;
import io.vedette.agent.motion.Polygon;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.jupiter.api.Test;

class WindowFitTest {
    private static final int BLOCK_WIDTH = OpenCvBlockScores.WIDTH / BlockScores.COLUMNS;
    private static final int BLOCK_HEIGHT = OpenCvBlockScores.HEIGHT / BlockScores.ROWS;

    /** The scores of an even wall before which a figure of 4 x 15 pixels stands, its upper left corner there. */
    private static double[] scores(List<Polygon> masks, int left, int top) {
        double[] score = new double[BlockScores.BLOCKS];
        try (MaskedPixels masked = new MaskedPixels(masks, OpenCvBlockScores.WIDTH, OpenCvBlockScores.HEIGHT);
                WindowFit fit = new WindowFit(masked);
                Scalar wallTone = new Scalar(20);
                Scalar coatTone = new Scalar(12);
                Rect place = new Rect(left, top, 4, 15);
                Mat wall = new Mat(OpenCvBlockScores.HEIGHT, OpenCvBlockScores.WIDTH, CV_32FC1, wallTone);
                Mat now = wall.clone();
                Mat figure = new Mat(now, place)) {
            figure.put(coatTone);
            masked.clear(wall);
            masked.clear(now);
            fit.see(now);
            fit.against(wall, score);
        }
        return score;
    }

    private static double most(double[] score) {
        return Arrays.stream(score).max().orElseThrow();
    }

    @Test
    void somebodyWhoStandsAcrossTheCornerOfFourBlocksScoresAsMuchAsWithinOne() {
        double within = most(scores(List.of(), 8 * BLOCK_WIDTH + 4, 6 * BLOCK_HEIGHT));
        double across = most(scores(List.of(), 9 * BLOCK_WIDTH - 4, 6 * BLOCK_HEIGHT - 5));

        assertThat(within).isGreaterThan(2);
        assertThat(across).isCloseTo(within, within(0.01));
    }

    /** Else a region of the lowest row alone would be blind in the dark, or the outermost column. */
    @Test
    void somebodyInTheOutermostBlocksIsSeenInThese() {
        double[] lowest = scores(List.of(), 8 * BLOCK_WIDTH + 4, 11 * BLOCK_HEIGHT);
        double[] rightmost = scores(List.of(), 19 * BLOCK_WIDTH + 10, 6 * BLOCK_HEIGHT);

        assertThat(lowest[11 * BlockScores.COLUMNS + 8]).isGreaterThan(2);
        assertThat(rightmost[6 * BlockScores.COLUMNS + 19]).isGreaterThan(2);
    }

    @Test
    void theEdgeOfAMaskIsNothingThatCameIntoThePicture() {
        Polygon half = new Polygon(List.of(
                new Polygon.Point(0, 0),
                new Polygon.Point(0.53, 0),
                new Polygon.Point(0.53, 1),
                new Polygon.Point(0, 1)));

        double[] score = scores(List.of(half), 20, 60);

        assertThat(most(score)).isLessThan(0.05);
    }
}
