package io.vedette.agent.pipeline;

import io.vedette.agent.fmp4.InitSegment;

/** When the pictures of a stream that is only watched were taken, on this process's monotonic clock. One thread. */
public final class PictureTimes {
    private final MediaClock times = new MediaClock(null);
    private final CaptureTimes capture = new CaptureTimes();

    public long taken(Packet picture) {
        long nanos = MediaClock.nanos(times.time(picture), InitSegment.VIDEO_TIMESCALE);
        return capture.taken(nanos, picture.arrivedNanos());
    }
}
