package io.vedette.agent.camera;

/** One connection's life. Lasts until it cannot go on, or until it is asked to stop; either way it ends with the reason. */
interface CameraSession {
    void run(StreamStop stop) throws StreamEnded;
}
