package io.vedette.agent.camera;

import io.vedette.contracts.link.CameraState;

/** Hears when the camera comes and goes. Called by the camera's thread, which waits. */
public interface CameraObserver {
    void changed(CameraState state);
}
