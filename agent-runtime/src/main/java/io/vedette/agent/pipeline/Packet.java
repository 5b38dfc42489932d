package io.vedette.agent.pipeline;

import java.nio.ByteBuffer;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One encoded picture or piece of sound as the camera sent it. Borrowed for one call.
 *
 * @param pts presentation time in ticks of its track (video: 90 kHz, sound: its sample rate), or {@link #NO_TIME}
 * @param dts decode time, likewise; not to be trusted in any way
 * @param key true when decoding may begin here
 * @param data NAL units behind start codes, or one frame of sound
 * @param arrivedNanos on this process's monotonic clock
 * @param sentAt by the camera's wall clock; null as long as it tells no such time
 */
public record Packet(
        Track track,
        long pts,
        long dts,
        boolean key,
        ByteBuffer data,
        long arrivedNanos,
        @Nullable Instant sentAt) {
    /** FFmpeg's own mark for "unknown". */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** One of a camera that tells no wall clock's time. */
    public Packet(Track track, long pts, long dts, boolean key, ByteBuffer data, long arrivedNanos) {
        this(track, pts, dts, key, data, arrivedNanos, null);
    }

    /** The same, to be decoded at another time. */
    public Packet withDts(long other) {
        return new Packet(track, pts, other, key, data, arrivedNanos, sentAt);
    }

    public enum Track {
        VIDEO,
        AUDIO
    }

    /** The decode time, or where only the other is known, that. */
    public long time() {
        return dts != NO_TIME ? dts : pts;
    }
}
