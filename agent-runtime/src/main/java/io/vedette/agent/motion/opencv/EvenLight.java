package io.vedette.agent.motion.opencv;

import java.util.Arrays;
import org.bytedeco.javacpp.indexer.FloatRawIndexer;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * What of a block the background does not explain under a light that changes evenly from one side of it to the other, as below the edge
 * of a cloud: {@code now = background (p + q x + r y) + o}, by least squares. Half of a figure's edge is left of it, and next to nothing
 * of a shadow's.
 */
final class EvenLight {
    private static final int TERMS = 4;
    private static final double INDEPENDENT = 1e-6;

    /** The normal equations; in the last column what is to be explained. */
    private final double[][] sums = new double[TERMS][TERMS + 1];

    private final double[] terms = new double[TERMS + 1];
    private double squares;

    /** In grey levels: the root of the mean square. */
    double unexplained(Mat now, Mat background, int left, int top, int width, int height) {
        for (double[] row : sums) {
            Arrays.fill(row, 0);
        }
        squares = 0;
        try (FloatRawIndexer shown = now.createIndexer();
                FloatRawIndexer usual = background.createIndexer()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    double behind = usual.get(top + y, left + x);
                    terms[0] = 1;
                    terms[1] = behind;
                    terms[2] = behind * (x - width / 2.0) / width;
                    terms[3] = behind * (y - height / 2.0) / height;
                    terms[TERMS] = shown.get(top + y, left + x);
                    add();
                }
            }
        }
        return Math.sqrt(Math.max(0, squares - explained()) / (width * height));
    }

    private void add() {
        for (int i = 0; i < TERMS; i++) {
            for (int j = 0; j <= TERMS; j++) {
                sums[i][j] += terms[i] * terms[j];
            }
        }
        squares += terms[TERMS] * terms[TERMS];
    }

    /** Term by term, what each explains of what those before it leave. A term that is a sum of those before it explains nothing. */
    private double explained() {
        double explained = 0;
        for (int term = 0; term < TERMS; term++) {
            double own = sums[term][term];
            if (own < INDEPENDENT * Math.max(1, squares)) {
                continue;
            }
            explained += sums[term][TERMS] * sums[term][TERMS] / own;
            for (int later = term + 1; later < TERMS; later++) {
                double shared = sums[later][term] / own;
                for (int j = 0; j <= TERMS; j++) {
                    sums[later][j] -= shared * sums[term][j];
                }
            }
        }
        return explained;
    }
}
