package io.vedette.agent.motion.opencv;

import static org.bytedeco.opencv.global.opencv_core.max;
import static org.bytedeco.opencv.global.opencv_core.min;

import org.bytedeco.opencv.opencv_core.Mat;

/** The last three small pictures, and pixel by pixel the middle one of their values. */
final class MedianOfThree implements AutoCloseable {
    /** Pictures further apart show other things: of key frames alone nothing can be said. */
    private static final long TOGETHER_NANOS = 300_000_000L;

    private final Mat[] pictures = {new Mat(), new Mat(), new Mat()};
    private final long[] taken = new long[3];
    private final Mat lower = new Mat();
    private final Mat upper = new Mat();
    private int count;

    /** Where the next picture goes. */
    Mat next(long takenNanos) {
        int slot = count++ % 3;
        taken[slot] = takenNanos;
        return pictures[slot];
    }

    Mat newest() {
        return pictures[(count - 1) % 3];
    }

    boolean areTogether() {
        return count >= 3 && taken[(count - 1) % 3] - taken[count % 3] <= TOGETHER_NANOS;
    }

    /** Of pictures that are together. */
    Mat median() {
        min(pictures[0], pictures[1], lower);
        max(pictures[0], pictures[1], upper);
        min(upper, pictures[2], upper);
        max(lower, upper, lower);
        return lower;
    }

    @Override
    public void close() {
        for (Mat one : new Mat[] {pictures[0], pictures[1], pictures[2], lower, upper}) {
            one.close();
        }
    }
}
