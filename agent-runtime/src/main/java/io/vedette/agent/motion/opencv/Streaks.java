package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.add;
import static org.bytedeco.opencv.global.opencv_core.subtract;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_OPEN;
import static org.bytedeco.opencv.global.opencv_imgproc.MORPH_RECT;
import static org.bytedeco.opencv.global.opencv_imgproc.getStructuringElement;
import static org.bytedeco.opencv.global.opencv_imgproc.morphologyEx;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Takes falling rain out of a picture: what is brighter than the background and narrower than a streak of a near drop. Drops are always
 * brighter than what is behind them (Garg and Nayar, <em>Detection and removal of rain from videos</em>, 2004). In the difference from the
 * background, because in the picture itself the frame of a window is as narrow.
 */
final class Streaks implements AutoCloseable {
    /** In pixels of the small picture, smoothed. */
    private static final int WIDEST = 6;

    private final Mat difference = new Mat();
    private final Mat wide = new Mat();
    private final Mat row;

    Streaks() {
        try (Size size = new Size(WIDEST + 1, 1)) {
            row = getStructuringElement(MORPH_RECT, size);
        }
    }

    /**
     * @param picture of floats, as {@code background}
     * @param into receives the picture without streaks
     */
    void clear(Mat picture, Mat background, Mat into) {
        subtract(picture, background, difference);
        morphologyEx(difference, wide, MORPH_OPEN, row);
        add(background, wide, into);
    }

    @Override
    public void close() {
        difference.close();
        wide.close();
        row.close();
    }
}
