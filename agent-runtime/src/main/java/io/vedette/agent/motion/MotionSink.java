package io.vedette.agent.motion;

import org.jspecify.annotations.Nullable;

/** Hears what the watched pictures showed. Called by the watching thread, which waits. */
public interface MotionSink {
    /**
     * Everything up to this moment has been decided.
     *
     * @param takenNanos when the picture was taken, on this process's monotonic clock
     * @param shot the picture itself, now and then
     */
    void looked(long takenNanos, boolean motion, @Nullable Shot shot);
}
