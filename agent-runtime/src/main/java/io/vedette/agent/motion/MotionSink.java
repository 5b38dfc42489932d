package io.vedette.agent.motion;

import org.jspecify.annotations.Nullable;

/** Hears what the watched pictures showed. Called by the watching thread, which waits. */
public interface MotionSink {
    /**
     * Everything up to this moment has been decided.
     *
     * @param takenNanos when the picture was taken, on this process's monotonic clock
     * @param jpeg the picture, where it is a good one to show what moves
     */
    void looked(long takenNanos, boolean motion, byte @Nullable [] jpeg);
}
