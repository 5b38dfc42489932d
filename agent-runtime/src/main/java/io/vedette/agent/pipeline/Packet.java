package io.vedette.agent.pipeline;

import java.nio.ByteBuffer;

/**
 * One encoded picture or piece of sound as the camera sent it. Borrowed for one call.
 *
 * @param pts presentation time in ticks of its track (video: 90 kHz, sound: its sample rate), or {@link #NO_TIME}
 * @param dts decode time, likewise; not to be trusted in any way
 * @param key true when decoding may begin here
 * @param data NAL units behind start codes, or one frame of sound
 * @param arrivedNanos on this process's monotonic clock
 */
public record Packet(Track track, long pts, long dts, boolean key, ByteBuffer data, long arrivedNanos) {
    /** FFmpeg's own mark for "unknown". */
    public static final long NO_TIME = Long.MIN_VALUE;

    public enum Track {
        VIDEO,
        AUDIO
    }

    /** The decode time, or where only the other is known, that. */
    public long time() {
        return dts != NO_TIME ? dts : pts;
    }
}
