package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_H264_MAIN;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_I;
import static org.bytedeco.ffmpeg.global.avutil.AV_PICTURE_TYPE_NONE;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.swscale.SWS_AREA;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.fmp4.InitSegment;
import java.nio.ByteBuffer;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.jspecify.annotations.Nullable;

/**
 * Pictures of one size as H.264 in Main profile, by openh264: no B frames, a key frame every two seconds. One thread.
 */
final class PictureEncoder implements AutoCloseable {
    private static final long GROUP_TICKS = 2L * InitSegment.VIDEO_TIMESCALE;
    private static final double BITS_PER_PIXEL_AND_SECOND = 1.6;

    private final AVCodecContext context;
    private final int width;
    private final int height;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private @Nullable SwsContext scaler;
    private int scaledFrom = -1;
    private long keyAt = Long.MIN_VALUE;

    private PictureEncoder(AVCodecContext context, int width, int height) {
        this.context = context;
        this.width = width;
        this.height = height;
        frame.width(context.width()).height(context.height()).format(AV_PIX_FMT_YUV420P);
        av_frame_get_buffer(frame, 0);
    }

    /** Odd sizes lose a line: colour has half the resolution. */
    static PictureEncoder open(int width, int height) throws StreamEnded {
        AVCodecContext context = avcodec_alloc_context3(avcodec_find_encoder_by_name("libopenh264"));
        context.width(width & ~1).height(height & ~1).pix_fmt(AV_PIX_FMT_YUV420P);
        context.time_base().num(1).den(InitSegment.VIDEO_TIMESCALE);
        context.bit_rate(Math.round(width * height * BITS_PER_PIXEL_AND_SECOND));
        context.profile(AV_PROFILE_H264_MAIN);
        context.max_b_frames(0).thread_count(1);
        context.gop_size(Integer.MAX_VALUE);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "allow_skip_frames", "0", 0);
        av_dict_set(options, "rc_mode", "quality", 0);
        int result = avcodec_open2(context, null, options);
        av_dict_free(options);
        if (result < 0) {
            avcodec_free_context(context);
            throw new StreamEnded(StreamEnded.Why.BROKEN, "no encoder for " + width + "x" + height);
        }
        return new PictureEncoder(context, width, height);
    }

    boolean fits(AVFrame picture) {
        return picture.width() == width && picture.height() == height;
    }

    /** Hears an encoded picture, which it may keep. */
    interface Encoded {
        void picture(boolean key, ByteBuffer annexB);
    }

    /** @param pts rising, in ticks of {@link InitSegment#VIDEO_TIMESCALE} */
    void encode(AVFrame picture, long pts, Encoded ear) throws StreamEnded {
        av_frame_make_writable(frame);
        convert(picture);
        boolean key = keyAt == Long.MIN_VALUE || pts - keyAt >= GROUP_TICKS;
        keyAt = key ? pts : keyAt;
        frame.pict_type(key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE);
        frame.pts(pts);
        if (avcodec_send_frame(context, frame) < 0) {
            throw new StreamEnded(StreamEnded.Why.BROKEN, "the encoder refuses a picture");
        }
        while (avcodec_receive_packet(context, packet) >= 0) {
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            ear.picture((packet.flags() & AV_PKT_FLAG_KEY) != 0, ByteBuffer.wrap(bytes));
            av_packet_unref(packet);
        }
    }

    private void convert(AVFrame picture) throws StreamEnded {
        if (scaler == null || scaledFrom != picture.format()) {
            sws_freeContext(scaler);
            scaledFrom = picture.format();
            scaler = sws_getContext(
                    frame.width(),
                    frame.height(),
                    scaledFrom,
                    frame.width(),
                    frame.height(),
                    AV_PIX_FMT_YUV420P,
                    SWS_AREA,
                    null,
                    null,
                    (DoublePointer) null);
        }
        if (scaler == null) {
            throw new StreamEnded(StreamEnded.Why.UNSUPPORTED, "pixel format " + scaledFrom);
        }
        sws_scale(scaler, picture.data(), picture.linesize(), 0, frame.height(), frame.data(), frame.linesize());
    }

    @Override
    public void close() {
        sws_freeContext(scaler);
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
