package io.vedette.agent.motion.opencv;

import static io.vedette.agent.motion.BlockScores.BLOCKS;
import static io.vedette.agent.motion.BlockScores.COLUMNS;
import static io.vedette.agent.motion.BlockScores.ROWS;
import static org.bytedeco.opencv.global.opencv_core.BORDER_REPLICATE;
import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_core.multiply;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.boxFilter;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Fits one picture to another by gain and offset as {@link BlockFit} does, but in windows of the shape of somebody far away, 12 pixels
 * wide and 20 tall, that begin every 4 pixels across and every 5 down. Each block has the score of the best of those whose middle is in
 * it, so that nobody is shared out among four blocks, a quarter of them in each.
 */
final class WindowFit implements AutoCloseable {
    private static final int WIDTH = 12;
    private static final int HEIGHT = 20;

    private static final int CELL_WIDTH = 4;
    private static final int CELL_HEIGHT = 5;
    private static final int CELLS_ACROSS = OpenCvBlockScores.WIDTH / CELL_WIDTH;
    private static final int CELLS_DOWN = OpenCvBlockScores.HEIGHT / CELL_HEIGHT;
    private static final int BLOCK_CELLS_ACROSS = CELLS_ACROSS / COLUMNS;
    private static final int BLOCK_CELLS_DOWN = CELLS_DOWN / ROWS;

    private static final int NOWHERE = -1;
    private static final int MIDDLE_ACROSS = WIDTH / CELL_WIDTH / 2;
    private static final int MIDDLE_DOWN = HEIGHT / CELL_HEIGHT / 2;

    private final Size cells = new Size(CELLS_ACROSS, CELLS_DOWN);
    private final Size window = new Size(WIDTH / CELL_WIDTH, HEIGHT / CELL_HEIGHT);
    private final Point corner = new Point(0, 0);
    private final Mat picture = new Mat();
    private final Mat product = new Mat();
    private final Mat small = new Mat();
    private final Mat windows = new Mat();
    private final float[] share = new float[CELLS_ACROSS * CELLS_DOWN];
    private final float[] meanC = new float[share.length];
    private final float[] meanB = new float[share.length];
    private final float[] meanCc = new float[share.length];
    private final float[] meanBb = new float[share.length];
    private final float[] meanCb = new float[share.length];
    private final int[] best = new int[BLOCKS];

    /** @param masked zero in every picture that will be fitted */
    WindowFit(MaskedPixels masked) {
        try (Scalar one = new Scalar(1);
                Mat all = new Mat(OpenCvBlockScores.HEIGHT, OpenCvBlockScores.WIDTH, CV_32FC1, one)) {
            masked.clear(all);
            means(all, share);
        }
    }

    /** Takes the picture that others are then fitted to: what is worked out of it alone is so only once. */
    void see(Mat c) {
        c.copyTo(picture);
        means(c, meanC);
        multiply(c, c, product);
        means(product, meanCc);
    }

    /** @param score receives of each block the part of the picture that {@code b} does not explain, in grey levels */
    void against(Mat b, double[] score) {
        means(b, meanB);
        multiply(b, b, product);
        means(product, meanBb);
        multiply(picture, b, product);
        means(product, meanCb);
        Arrays.fill(score, 0);
        Arrays.fill(best, NOWHERE);
        for (int y = 0; y <= CELLS_DOWN - HEIGHT / CELL_HEIGHT; y++) {
            for (int x = 0; x <= CELLS_ACROSS - WIDTH / CELL_WIDTH; x++) {
                int at = y * CELLS_ACROSS + x;
                int block = (y + MIDDLE_DOWN) / BLOCK_CELLS_DOWN * COLUMNS + (x + MIDDLE_ACROSS) / BLOCK_CELLS_ACROSS;
                double squares = unexplained(at);
                if (best[block] == NOWHERE || squares > score[block]) {
                    score[block] = squares;
                    best[block] = at;
                }
            }
        }
        for (int block = 0; block < BLOCKS; block++) {
            score[block] = Math.sqrt(score[block]);
        }
    }

    private double unexplained(int at) {
        return share[at] < BlockFit.LEAST_SHARE
                ? 0
                : BlockFit.unexplained(
                        meanC[at] / share[at],
                        meanB[at] / share[at],
                        meanCc[at] / share[at],
                        meanBb[at] / share[at],
                        meanCb[at] / share[at]);
    }

    /** First column of the window that gave a block its score last, in pixels. */
    int left(int block) {
        return best[block] % CELLS_ACROSS * CELL_WIDTH;
    }

    /** Its first row. */
    int top(int block) {
        return best[block] / CELLS_ACROSS * CELL_HEIGHT;
    }

    /** Whether the windows of two blocks share no pixel. */
    boolean areApart(int one, int other) {
        return Math.abs(left(one) - left(other)) >= WIDTH || Math.abs(top(one) - top(other)) >= HEIGHT;
    }

    private void means(Mat values, float[] into) {
        resize(values, small, cells, 0, 0, INTER_AREA);
        boxFilter(small, windows, -1, window, corner, true, BORDER_REPLICATE);
        FloatBuffer means = windows.createBuffer();
        means.get(into, 0, into.length);
    }

    @Override
    public void close() {
        for (Mat one : new Mat[] {picture, product, small, windows}) {
            one.close();
        }
        cells.close();
        window.close();
        corner.close();
    }
}
