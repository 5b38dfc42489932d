package io.vedette.agent.pipeline;

/**
 * When a picture was taken, on this process's monotonic clock, from its media time: the packet that came through fastest
 * within the last minute tells the distance between the two clocks. So a picture that was late on the wire is not late in
 * its label, and pictures of two streams of one camera can be compared. One thread.
 */
public final class CaptureTimes {
    private static final long WINDOW_NANOS = 30_000_000_000L;

    private long fastest = Long.MAX_VALUE;
    private long fastestBefore = Long.MAX_VALUE;
    private long windowEnds;
    private boolean begun;

    /** @param mediaNanos must rise along with the camera's own clock */
    public long taken(long mediaNanos, long arrivedNanos) {
        if (!begun || arrivedNanos - windowEnds > 0) {
            begun = true;
            windowEnds = arrivedNanos + WINDOW_NANOS;
            fastestBefore = fastest;
            fastest = Long.MAX_VALUE;
        }
        fastest = Math.min(fastest, arrivedNanos - mediaNanos);
        return mediaNanos + Math.min(fastest, fastestBefore);
    }
}
