package io.vedette.lab.clip;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.BytePointer;
import org.jspecify.annotations.Nullable;

/** An FFmpeg encoder: frames in, packets out. One thread; frees what is native when closed. */
final class Encoder implements AutoCloseable {
    final AVCodecContext context;
    private final AVPacket packet = av_packet_alloc();

    private Encoder(AVCodecContext context) {
        this.context = context;
    }

    interface Settings {
        void apply(AVCodecContext context, AVDictionary options);
    }

    static Encoder open(String name, Settings settings) {
        av_log_set_level(AV_LOG_FATAL); // openh264 warns of a rate that it then holds
        AVCodec codec = avcodec_find_encoder_by_name(name);
        if (codec == null) {
            throw new IllegalStateException("this FFmpeg has no encoder " + name);
        }
        AVCodecContext context = avcodec_alloc_context3(codec);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        AVDictionary options = new AVDictionary(null);
        settings.apply(context, options);
        int opened = avcodec_open2(context, codec, options);
        av_dict_free(options);
        if (opened < 0) {
            avcodec_free_context(context);
            throw new IllegalStateException("encoder " + name + " refuses its settings: " + opened);
        }
        return new Encoder(context);
    }

    byte[] extradata() {
        byte[] bytes = new byte[context.extradata_size()];
        context.extradata().get(bytes);
        return bytes;
    }

    /** The packets that became ready; {@code null} instead of a frame asks for those still inside. */
    List<EncodedUnit> encode(@Nullable AVFrame frame) {
        check(avcodec_send_frame(context, frame));
        List<EncodedUnit> ready = new ArrayList<>();
        while (true) {
            int got = avcodec_receive_packet(context, packet);
            if (got == AVERROR_EAGAIN() || got == AVERROR_EOF) {
                return ready;
            }
            check(got);
            byte[] bytes = new byte[packet.size()];
            packet.data().get(bytes);
            ready.add(new EncodedUnit(bytes, (packet.flags() & AV_PKT_FLAG_KEY) != 0));
            av_packet_unref(packet);
        }
    }

    private static void check(int code) {
        if (code < 0) {
            throw new IllegalStateException("encoder failed: " + code);
        }
    }

    @Override
    public void close() {
        av_packet_free(packet);
        avcodec_free_context(context);
    }

    static void option(AVDictionary options, String name, String value) {
        av_dict_set(options, name, value, 0);
    }

    static void fill(AVFrame frame, int plane, byte[] from, int width) {
        BytePointer data = frame.data(plane);
        int step = frame.linesize(plane);
        for (int row = 0; row < from.length / width; row++) {
            data.position((long) row * step).put(from, row * width, width);
        }
    }
}
