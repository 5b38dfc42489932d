package io.vedette.agent.pipeline;

/**
 * Makes one track's decode times usable: strictly rising, without holes above 5 s, whatever the camera sends. Times that
 * are missing, jump back or jump far are replaced by the last one plus the usual step, and what follows is shifted with
 * them. Each track repairs itself, because sound and pictures jump at different moments.
 */
final class TrackTimes {
    private final long longestStep;
    private long usualStep;
    private long shift;
    private long last = Packet.NO_TIME;
    private boolean anchored;

    TrackTimes(int ticksPerSecond, long usualStep) {
        this.longestStep = 5L * ticksPerSecond;
        this.usualStep = usualStep;
    }

    /** @param start where the track begins, used for its first packet only */
    long next(long raw, long start) {
        if (last == Packet.NO_TIME) {
            anchored = raw != Packet.NO_TIME;
            shift = anchored ? start - raw : 0;
            return last = start;
        }
        if (raw == Packet.NO_TIME) {
            return last += usualStep;
        }
        if (!anchored || raw + shift <= last || raw + shift - last > longestStep) {
            anchored = true;
            shift = last + usualStep - raw;
        } else {
            usualStep = raw + shift - last;
        }
        return last = raw + shift;
    }
}
