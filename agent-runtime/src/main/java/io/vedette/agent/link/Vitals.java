package io.vedette.agent.link;

import io.vedette.contracts.link.CameraState;
import io.vedette.contracts.link.FromAgent;
import org.jspecify.annotations.Nullable;

/**
 * What is told of the edge: with each heartbeat, and what was given up when it has changed.
 *
 * @param spoolBytes bytes of recordings kept
 * @param diskFreePercent of the file system they lie on
 * @param givenUp null when it is not known now
 */
public record Vitals(CameraState camera, long spoolBytes, int diskFreePercent, FromAgent.@Nullable GivenUp givenUp) {
    public Vitals(CameraState camera, long spoolBytes, int diskFreePercent) {
        this(camera, spoolBytes, diskFreePercent, null);
    }
}
