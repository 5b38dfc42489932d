package io.vedette.agent.camera.ffmpeg;

import io.vedette.agent.camera.StreamEnded;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Encoded packets of some tracks, pictures behind start codes. One thread, a platform thread. */
interface PacketSource extends AutoCloseable {
    int streams();

    /** Of what the packets of that track hold; good while this is open. */
    AVCodecParameters parameters(int stream);

    /** Ticks of that track's clock in a second. */
    int rate(int stream);

    /** Waits for the next packet, which is lent until the next call. */
    AVPacket read() throws StreamEnded;

    /** The packet of the last {@link #read}. */
    AVPacket current();

    @Override
    void close();
}
