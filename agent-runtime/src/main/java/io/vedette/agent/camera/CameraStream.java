package io.vedette.agent.camera;

import io.vedette.agent.fmp4.AacConfig;
import io.vedette.agent.fmp4.H264Config;
import io.vedette.agent.pipeline.Packet;
import org.jspecify.annotations.Nullable;

/**
 * One open stream of a camera. Belongs to the platform thread that opened it; only its {@link StreamStop} may be used by
 * others.
 */
public interface CameraStream extends AutoCloseable {
    /** Parameter sets the camera gave outside the stream; null when it gave none. */
    @Nullable
    H264Config described();

    /** Null without sound, or with sound of a kind that is left out. */
    @Nullable
    AacConfig sound();

    /** Waits for the next packet, which is borrowed until the next call. */
    Packet next() throws StreamEnded;

    @Override
    void close();
}
