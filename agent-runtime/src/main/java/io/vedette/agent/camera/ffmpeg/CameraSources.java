package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.camera.jpeg.JpegStream;
import io.vedette.agent.config.CameraAccess;
import io.vedette.agent.config.StreamAddress;
import java.util.function.LongSupplier;

/** Opens what an address names. */
public final class CameraSources {
    private CameraSources() {}

    /**
     * Connects and asks the camera to play.
     *
     * @param address the main or the sub stream of {@code access}, whose credentials are added here and nowhere else
     * @param withSound false for a stream that is only watched
     * @param ticker the monotonic clock packets are stamped with, in nanoseconds
     */
    public static WatchedStream open(
            StreamAddress address, CameraAccess access, boolean withSound, StreamStop stop, LongSupplier ticker)
            throws StreamEnded {
        return switch (address.kind()) {
            case RTSP, RTSPS ->
                DemuxedStream.of(RtspSource.open(address, access, withSound, stop), withSound, stop, ticker);
            case HTTP -> EncodedStream.of(new JpegInput(JpegStream.open(address, access, stop)), stop, ticker);
            case V4L2 -> EncodedStream.of(DeviceInput.open(address, stop), stop, ticker);
            case FILE -> DemuxedStream.of(LoopedFile.open(address, stop, ticker), withSound, stop, ticker);
        };
    }
}
