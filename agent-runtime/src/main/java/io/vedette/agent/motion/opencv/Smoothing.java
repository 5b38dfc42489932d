package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.BORDER_DEFAULT;
import static org.bytedeco.opencv.global.opencv_imgproc.GaussianBlur;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Takes noise out of a picture by a Gaussian mean. By day a narrow one. In the dark, where a sensor is turned up and people are faint, a wide
 * one that is taller than wide, as people are: of all filters the one of the signal's own shape leaves most of it beside the noise (North,
 * <em>An analysis of the factors which determine signal/noise discrimination</em>, 1943).
 */
final class Smoothing implements AutoCloseable {
    /** Mean brightness, in grey levels; two, so that an evening does not go to and fro. */
    private static final double DARK = 32;

    private static final double LIGHT_AGAIN = 36;
    private static final double DARK_SIGMA_X = 1.6;
    private static final double DARK_SIGMA_Y = 3;

    private final Size narrow = new Size(5, 5);
    private final Size upright = new Size(9, 17);
    private boolean dark;

    /**
     * @param brightness mean of the picture before, in grey levels
     * @return whether it was smoothed otherwise than the one before: then the two cannot be compared
     */
    boolean smooth(Mat picture, double brightness, Mat into) {
        boolean before = dark;
        dark = brightness < (dark ? LIGHT_AGAIN : DARK);
        if (dark) {
            GaussianBlur(picture, into, upright, DARK_SIGMA_X, DARK_SIGMA_Y, BORDER_DEFAULT, 0);
        } else {
            GaussianBlur(picture, into, narrow, 0);
        }
        return dark != before;
    }

    /** Whether the picture smoothed last was smoothed as one in the dark. */
    boolean isDark() {
        return dark;
    }

    @Override
    public void close() {
        narrow.close();
        upright.close();
    }
}
