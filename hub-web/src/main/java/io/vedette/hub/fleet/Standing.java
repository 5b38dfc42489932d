package io.vedette.hub.fleet;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.cameras.SiteId;

/** How a camera stands, one of very many: enough to count it and to find its place in a list, without reading the camera. */
public record Standing(CameraId camera, SiteId site, Presence.State state) {}
