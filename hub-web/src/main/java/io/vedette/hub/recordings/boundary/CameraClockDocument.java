package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.link.CameraTime;

/**
 * How the camera's wall clock stood beside the recording's times, as programs get it.
 *
 * @param aheadMs negative when it was behind
 * @param withinMs give or take
 */
public record CameraClockDocument(long aheadMs, long withinMs) {
    static CameraClockDocument of(CameraTime clock) {
        return new CameraClockDocument(clock.aheadMs(), clock.withinMs());
    }
}
