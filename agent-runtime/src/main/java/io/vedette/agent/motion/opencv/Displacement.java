package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.minMaxLoc;
import static org.bytedeco.opencv.global.opencv_imgproc.TM_SQDIFF;
import static org.bytedeco.opencv.global.opencv_imgproc.matchTemplate;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Point;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * The least difference between a part of one picture and what another one has there or a few pixels away, brightness and all:
 * what only swayed keeps its grey levels.
 */
final class Displacement implements AutoCloseable {
    private static final int REACH = 6;

    private final Mat result = new Mat();
    private final DoublePointer least = new DoublePointer(1);
    private final DoublePointer most = new DoublePointer(1);
    private final Point leastAt = new Point();
    private final Point mostAt = new Point();

    /** In grey levels: the root of the mean square. */
    double least(Mat now, Mat background, int x, int y, int width, int height) {
        int left = Math.max(0, x - REACH);
        int top = Math.max(0, y - REACH);
        int right = Math.min(background.cols(), x + width + REACH);
        int bottom = Math.min(background.rows(), y + height + REACH);
        try (Rect block = new Rect(x, y, width, height);
                Rect around = new Rect(left, top, right - left, bottom - top);
                Mat part = new Mat(now, block);
                Mat window = new Mat(background, around)) {
            matchTemplate(window, part, result, TM_SQDIFF);
            minMaxLoc(result, least, most, leastAt, mostAt, null);
            return Math.sqrt(Math.max(0, least.get()) / (width * height));
        }
    }

    @Override
    public void close() {
        result.close();
        least.close();
        most.close();
        leastAt.close();
        mostAt.close();
    }
}
