package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.jpeg.JpegStream;
import org.bytedeco.ffmpeg.avcodec.AVPacket;

/** Pictures in JPEG that come by HTTP. Closes the stream with itself. */
final class JpegInput implements PictureInput {
    private final JpegStream stream;
    private final AVPacket packet = av_packet_alloc();

    JpegInput(JpegStream stream) {
        this.stream = stream;
    }

    @Override
    public PictureDecoder decoder() throws StreamEnded {
        return PictureDecoder.ofJpegs();
    }

    @Override
    public AVPacket next() throws StreamEnded {
        byte[] jpeg = stream.next();
        av_packet_unref(packet);
        if (av_new_packet(packet, jpeg.length) < 0) {
            throw new StreamEnded(StreamEnded.Why.BROKEN, "no memory for a picture");
        }
        packet.data().put(jpeg);
        return packet;
    }

    @Override
    public void close() {
        av_packet_free(packet);
        stream.close();
    }
}
