package io.vedette.agent.camera.ffmpeg;

import java.util.Optional;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** The picture in the packet a stream handed over last. One thread, the stream's. */
public interface PictureSource extends AutoCloseable {
    /** Lent until the stream's next packet; empty for one that is damaged or not complete. */
    Optional<AVFrame> picture();

    @Override
    void close();
}
