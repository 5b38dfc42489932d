package io.vedette.agent.motion.opencv;

import java.util.ArrayDeque;
import java.util.Deque;
import org.bytedeco.opencv.opencv_core.Mat;
import org.jspecify.annotations.Nullable;

/** The last few pictures looked at, to be compared with. Matrices are made once and used again. */
final class RecentPictures implements AutoCloseable {
    private static final long LEAST_AGE_NANOS = 90_000_000L;
    private static final int MOST = 6;

    private record Past(Mat picture, long takenNanos) {}

    private final Deque<Past> past = new ArrayDeque<>();

    /** The newest one that is old enough, unless it is from before that moment. */
    @Nullable
    Mat olderThan(long takenNanos, long notBefore) {
        Past found = null;
        for (Past one : past) {
            if (takenNanos - one.takenNanos >= LEAST_AGE_NANOS && one.takenNanos >= notBefore) {
                found = one;
            }
        }
        return found == null ? null : found.picture;
    }

    void add(Mat picture, long takenNanos) {
        Mat copy = past.size() < MOST ? new Mat() : past.removeFirst().picture;
        picture.copyTo(copy);
        past.addLast(new Past(copy, takenNanos));
    }

    /** None of those so far can be compared with what comes. */
    void forget() {
        past.forEach(one -> one.picture.close());
        past.clear();
    }

    @Override
    public void close() {
        forget();
    }
}
