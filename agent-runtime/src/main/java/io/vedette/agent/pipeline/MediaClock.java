package io.vedette.agent.pipeline;

import io.vedette.agent.fmp4.AudioConfig;
import io.vedette.agent.fmp4.InitSegment;
import org.jspecify.annotations.Nullable;

/** The common time of one connection's tracks: 0 is its first packet. One thread. */
final class MediaClock {
    private static final long FAR_NANOS = 5_000_000_000L;

    private final TrackTimes video = new TrackTimes(InitSegment.VIDEO_TIMESCALE);
    private final TrackTimes audio;
    private final int audioTimescale;

    private boolean begun;
    private long originArrived;
    private long originRawNanos;

    /** @param sound null without */
    MediaClock(@Nullable AudioConfig sound) {
        this.audioTimescale = sound == null ? 1 : sound.sampleRate();
        this.audio = new TrackTimes(audioTimescale);
    }

    /** The packet's decode time in ticks of its track. */
    long time(Packet packet) {
        boolean pictures = packet.track() == Packet.Track.VIDEO;
        int timescale = pictures ? InitSegment.VIDEO_TIMESCALE : audioTimescale;
        return (pictures ? video : audio).next(packet.time(), start(packet, timescale), packet.arrivedNanos());
    }

    /** Cameras number all tracks from one origin, mostly; where they do not, the moment of arrival must do. */
    private long start(Packet packet, int timescale) {
        long raw = packet.time();
        long rawNanos = raw == Packet.NO_TIME ? 0 : nanos(raw, timescale);
        if (!begun) {
            begun = true;
            originArrived = packet.arrivedNanos();
            originRawNanos = rawNanos;
        }
        long byArrival = packet.arrivedNanos() - originArrived;
        long byCamera = rawNanos - originRawNanos;
        boolean believable = raw != Packet.NO_TIME && Math.abs(byCamera - byArrival) < FAR_NANOS;
        return Math.round(Math.max(0, believable ? byCamera : byArrival) / 1e9 * timescale);
    }

    static long nanos(long ticks, int timescale) {
        return Math.round(ticks * (1e9 / timescale));
    }
}
