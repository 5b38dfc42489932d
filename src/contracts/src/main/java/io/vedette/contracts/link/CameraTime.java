package io.vedette.contracts.link;

/**
 * How the camera's wall clock stood beside the agent's, by the camera's own sender reports (RFC 3550, section 6.4.1): for whoever
 * compares what is burnt into the picture with the label. Nothing is decided by it.
 *
 * @param aheadMs of the agent's; negative when it is behind
 * @param withinMs give or take
 */
public record CameraTime(long aheadMs, long withinMs) {
    /** A camera that was never set says 1900, 1970 or 2036. */
    private static final long MOST_MS = 200L * 365 * 24 * 60 * 60 * 1000;

    public CameraTime {
        if (aheadMs < -MOST_MS || aheadMs > MOST_MS || withinMs < 0 || withinMs > MOST_MS) {
            throw new IllegalArgumentException("no clock is as wrong as that");
        }
    }

    /** The same beside a clock that is ahead of the agent's by so much. */
    public CameraTime besideOneAheadBy(long ms) {
        long ahead = Math.clamp(aheadMs - Math.clamp(ms, -MOST_MS, MOST_MS), -MOST_MS, MOST_MS);
        return new CameraTime(ahead, withinMs);
    }
}
