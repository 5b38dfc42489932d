package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamEnded;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Pictures in a form that no recording can hold. One thread, a platform thread. */
interface PictureInput extends AutoCloseable {
    /** A decoder for them, which the caller closes. */
    PictureDecoder decoder() throws StreamEnded;

    /** Waits for the next picture, which is lent until the next call. */
    AVPacket next() throws StreamEnded;

    @Override
    void close();
}
