package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.CV_32FC1;
import static org.bytedeco.opencv.global.opencv_imgproc.accumulateWeighted;

import org.bytedeco.opencv.opencv_core.Mat;

/**
 * A mean of the small pictures that follows within a picture or two. It takes more of the noise away than of somebody who hurries: the
 * picture before is all but forgotten, so that half of them and more is in it, and a little of the place where they just were.
 */
final class RunningMean implements AutoCloseable {
    private static final double SECONDS = 0.08;

    private final Mat mean = new Mat();
    private long lastNanos;

    void add(Mat picture, long takenNanos) {
        if (mean.empty()) {
            picture.convertTo(mean, CV_32FC1);
        } else {
            double seconds = (takenNanos - lastNanos) / 1e9;
            accumulateWeighted(picture, mean, 1 - Math.exp(-seconds / SECONDS));
        }
        lastNanos = takenNanos;
    }

    /** Of floats; good until the next picture. */
    Mat value() {
        return mean;
    }

    @Override
    public void close() {
        mean.close();
    }
}
