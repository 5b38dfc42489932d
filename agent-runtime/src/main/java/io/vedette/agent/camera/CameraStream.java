package io.vedette.agent.camera;

import io.vedette.agent.pipeline.Packet;
import io.vedette.agent.pipeline.SourceTracks;

/**
 * One open stream of a camera. Belongs to the platform thread that opened it; only its {@link StreamStop} may be used by
 * others.
 */
public interface CameraStream extends AutoCloseable {
    SourceTracks tracks();

    /** Waits for the next packet, which is borrowed until the next call. */
    Packet next() throws StreamEnded;

    @Override
    void close();
}
