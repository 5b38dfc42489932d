package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUVJ420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_QP2LAMBDA;

import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A decoded picture as a JPEG file, at its own size and without a scaler: some milliseconds for 640x360. */
final class JpegEncoder {
    private static final int QUALITY = 5;

    private JpegEncoder() {}

    /** Empty for a picture that is not 4:2:0 with 8 bits, or that the encoder refuses. */
    static Optional<byte[]> encode(AVFrame picture) {
        int format = picture.format();
        if (format != AV_PIX_FMT_YUV420P && format != AV_PIX_FMT_YUVJ420P) {
            return Optional.empty();
        }
        AVCodecContext context = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_MJPEG));
        AVPacket packet = av_packet_alloc();
        long pts = picture.pts();
        try {
            context.width(picture.width()).height(picture.height()).pix_fmt(AV_PIX_FMT_YUVJ420P);
            context.color_range(AVCOL_RANGE_JPEG);
            context.time_base().num(1).den(25);
            context.flags(context.flags() | AV_CODEC_FLAG_QSCALE);
            context.global_quality(FF_QP2LAMBDA * QUALITY);
            context.thread_count(1);
            if (avcodec_open2(context, null, (AVDictionary) null) < 0) {
                return Optional.empty();
            }
            // JPEG knows the full range only; the bytes are the same, the picture a little flatter.
            picture.format(AV_PIX_FMT_YUVJ420P);
            picture.quality(FF_QP2LAMBDA * QUALITY);
            picture.pts(0);
            if (avcodec_send_frame(context, picture) < 0 || avcodec_receive_packet(context, packet) < 0) {
                return Optional.empty();
            }
            byte[] jpeg = new byte[packet.size()];
            packet.data().get(jpeg);
            return Optional.of(jpeg);
        } finally {
            picture.format(format);
            picture.pts(pts);
            av_packet_free(packet);
            avcodec_free_context(context);
        }
    }
}
