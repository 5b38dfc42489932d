package io.vedette.agent.motion;

import org.jspecify.annotations.Nullable;

/** Hears what the watched pictures showed. Called by the watching thread, which waits. */
public interface MotionSink {
    /**
     * Everything up to the moment at which this picture was taken has been decided.
     *
     * @param shot the picture itself, now and then
     */
    void looked(MotionDetector.Look look, @Nullable Shot shot);
}
