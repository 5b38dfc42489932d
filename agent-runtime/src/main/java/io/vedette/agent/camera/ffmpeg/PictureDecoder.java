package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_LOW_DELAY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_flush_buffers;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;

import io.vedette.agent.camera.StreamEnded;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.jspecify.annotations.Nullable;

/**
 * H.264 or H.265 to pictures, one thread. The loop filter stays: without it, pictures drift away from what the encoder saw until
 * the next key frame, which is a third less work and makes motion out of noise (see {@code design/motion.md}).
 */
final class PictureDecoder implements AutoCloseable {
    private static final long MOST_PIXELS = 4096L * 4096;

    private final AVCodecContext context;
    private final AVFrame frame = av_frame_alloc();
    private final boolean keyFramesOnly;

    /** @param keyFramesOnly true when no other pictures come: then none is waited for that might be shown before one */
    PictureDecoder(AVCodecParameters parameters, boolean keyFramesOnly) throws StreamEnded {
        this(parameters.codec_id(), parameters, keyFramesOnly);
    }

    /** For pictures that describe themselves, each in JPEG. */
    static PictureDecoder ofJpegs() throws StreamEnded {
        return new PictureDecoder(AV_CODEC_ID_MJPEG, null, false);
    }

    private PictureDecoder(int codec, @Nullable AVCodecParameters parameters, boolean keyFramesOnly)
            throws StreamEnded {
        this.keyFramesOnly = keyFramesOnly;
        context = avcodec_alloc_context3(avcodec_find_decoder(codec));
        if (parameters != null) {
            avcodec_parameters_to_context(context, parameters);
        }
        context.thread_count(1);
        context.flags(context.flags() | AV_CODEC_FLAG_LOW_DELAY);
        context.max_pixels(MOST_PIXELS);
        int result = avcodec_open2(context, null, (AVDictionary) null);
        if (result < 0) {
            close();
            throw new StreamEnded(StreamEnded.Why.BROKEN, "the decoder refuses it, code " + result);
        }
    }

    /** The picture in that packet, borrowed until the next call; empty for one that is damaged or not complete. */
    Optional<AVFrame> decode(AVPacket packet) {
        if (avcodec_send_packet(context, packet) < 0) {
            return Optional.empty();
        }
        if (!keyFramesOnly) {
            return avcodec_receive_frame(context, frame) < 0 ? Optional.empty() : Optional.of(frame);
        }
        avcodec_send_packet(context, null); // nothing follows: out with it
        int result = avcodec_receive_frame(context, frame);
        avcodec_flush_buffers(context);
        return result < 0 ? Optional.empty() : Optional.of(frame);
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
