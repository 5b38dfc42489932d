package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;

import io.vedette.agent.motion.BlockScores;
import io.vedette.agent.motion.Polygon;
import java.util.List;
import org.bytedeco.javacpp.indexer.UByteRawIndexer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;

/** The pixels that are never looked at: zero in every picture. Pixels that the smoothing mixes with them are masked as well. */
final class MaskedPixels implements AutoCloseable {
    private static final int SMOOTHED = 2;

    private final Mat mask;
    private final Scalar nothing = new Scalar(0);
    private final Mat zero = new Mat(nothing);
    private final boolean any;
    private final double[] seen = new double[BlockScores.BLOCKS];

    MaskedPixels(List<Polygon> polygons, int width, int height) {
        mask = new Mat(height, width, CV_8UC1);
        any = !polygons.isEmpty();
        int blockWidth = width / BlockScores.COLUMNS;
        int blockHeight = height / BlockScores.ROWS;
        try (UByteRawIndexer cells = mask.createIndexer()) {
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    boolean hidden = any && isNear(polygons, x, y, width, height);
                    cells.put(y, x, hidden ? 255 : 0);
                    int block = y / blockHeight * BlockScores.COLUMNS + x / blockWidth;
                    seen[block] += hidden ? 0 : 1.0 / (blockWidth * blockHeight);
                }
            }
        }
    }

    private static boolean isNear(List<Polygon> polygons, int x, int y, int width, int height) {
        for (int dy = -SMOOTHED; dy <= SMOOTHED; dy += SMOOTHED) {
            for (int dx = -SMOOTHED; dx <= SMOOTHED; dx += SMOOTHED) {
                double px = (x + dx + 0.5) / width;
                double py = (y + dy + 0.5) / height;
                if (polygons.stream().anyMatch(polygon -> polygon.contains(px, py))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Of each block, row by row, 0 to 1. */
    double[] seenShares() {
        return seen;
    }

    void clear(Mat picture) {
        if (any) {
            picture.setTo(zero, mask);
        }
    }

    @Override
    public void close() {
        mask.close();
        zero.close();
        nothing.close();
    }
}
