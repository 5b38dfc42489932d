package io.vedette.agent.link;

import io.vedette.contracts.link.CameraState;
import java.time.Duration;

/**
 * What a heartbeat tells of the edge.
 *
 * @param spoolBytes bytes of recordings kept
 * @param diskFreePercent of the file system they lie on
 * @param ordered for how long it will still record because somebody asked
 */
public record Vitals(CameraState camera, long spoolBytes, int diskFreePercent, Duration ordered) {}
