package io.vedette.hub.cameras;

/** What can be done with a camera. Whoever may do any of it, or has every camera, sees that the camera exists. */
public enum Action {
    LIVE,
    REPLAY,
    REQUEST_UPLOAD
}
