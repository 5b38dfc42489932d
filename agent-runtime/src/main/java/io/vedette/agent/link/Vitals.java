package io.vedette.agent.link;

import io.vedette.contracts.link.CameraState;

/**
 * What a heartbeat tells of the edge.
 *
 * @param spoolBytes bytes of recordings kept
 * @param diskFreePercent of the file system they lie on
 */
public record Vitals(CameraState camera, long spoolBytes, int diskFreePercent) {}
