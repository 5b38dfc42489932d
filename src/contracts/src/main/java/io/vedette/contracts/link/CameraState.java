package io.vedette.contracts.link;

/** How the camera behind an agent stands; apart from whether the agent itself is online. */
public enum CameraState {
    /** The agent has not reached the camera yet since it started. */
    CONNECTING,
    /** Pictures arrive. */
    STREAMING,
    /** Pictures arrived once and do not now. */
    LOST
}
