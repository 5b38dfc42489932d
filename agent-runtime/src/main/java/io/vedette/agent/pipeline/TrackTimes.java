package io.vedette.agent.pipeline;

/**
 * Makes one track's decode times usable: strictly rising, without holes above 5 s, and as long as it took, whatever the camera
 * sends. Times that are missing, stand still, jump back or jump further than time has passed are replaced by the last one plus the
 * usual step, and what follows is shifted with them. Each track repairs itself, because sound and pictures jump at different
 * moments. One thread.
 */
final class TrackTimes {
    private static final double SMOOTHING = 0.1;
    /** A camera's step this many times shorter or longer than what lies between two arrivals is no step of its pictures. */
    private static final double PLAUSIBLE = 3;

    private final int ticksPerSecond;
    private final long longestStep;
    private long usualStep;
    private double arrivalStep;
    private long lastArrived;
    private long shift;
    private long last = Packet.NO_TIME;
    private boolean anchored;

    TrackTimes(int ticksPerSecond) {
        this.ticksPerSecond = ticksPerSecond;
        this.longestStep = 5L * ticksPerSecond;
    }

    /**
     * @param start where the track begins, used for its first packet only
     * @param arrived on a monotonic clock, in nanoseconds
     */
    long next(long raw, long start, long arrived) {
        if (last == Packet.NO_TIME) {
            lastArrived = arrived;
            anchored = raw != Packet.NO_TIME;
            shift = anchored ? start - raw : 0;
            return last = start;
        }
        double passed = (arrived - lastArrived) / 1e9 * ticksPerSecond;
        lastArrived = arrived;
        arrivalStep += (arrivalStep == 0 ? 1 : SMOOTHING) * (passed - arrivalStep);
        if (raw == Packet.NO_TIME) {
            return last += step();
        }
        long step = raw + shift - last;
        if (!anchored || step <= 0 || step > longestStep || step > PLAUSIBLE * passed + ticksPerSecond) {
            anchored = true;
            shift = last + step() - raw;
        } else {
            usualStep = step;
        }
        return last = raw + shift;
    }

    /** The camera's own, unless that has nothing to do with how its packets come. */
    private long step() {
        boolean plausible = usualStep * PLAUSIBLE >= arrivalStep && usualStep <= arrivalStep * PLAUSIBLE;
        return usualStep > 0 && plausible ? usualStep : Math.clamp(Math.round(arrivalStep), 1, longestStep);
    }
}
