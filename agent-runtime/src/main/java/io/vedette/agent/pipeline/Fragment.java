package io.vedette.agent.pipeline;

import io.vedette.agent.fmp4.MediaFragment;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * About 250 ms of one stream, ready to be sent or kept. Does not change; any thread.
 *
 * @param seq counts from 1 within one format
 * @param media the bytes, and where their times stand
 * @param firstNanos when its first picture was taken, on this process's monotonic clock: for comparing
 * @param lastNanos the same for its last picture
 * @param startedAt as {@code firstNanos}, by the agent's wall clock: a label
 * @param capturedAt when the agent read its last picture, by the agent's wall clock: a label
 */
public record Fragment(
        long seq, MediaFragment media, long firstNanos, long lastNanos, Instant startedAt, Instant capturedAt) {

    /** True when it begins with a key frame, so that decoding may begin here. */
    public boolean key() {
        return media.key();
    }

    /** moof and mdat, times counted from the camera's connection: a read-only view of its own each time. */
    public ByteBuffer bytes() {
        return media.bytes();
    }

    /** Size of {@link #bytes}. */
    public int size() {
        return media.size();
    }

    /** Decode time of its first picture since the camera was connected. */
    public Duration start() {
        return MediaFragment.videoTime(media.videoStart());
    }

    public Duration duration() {
        return MediaFragment.videoTime(media.videoTicks());
    }
}
