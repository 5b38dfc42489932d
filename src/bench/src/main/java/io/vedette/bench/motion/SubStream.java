package io.vedette.bench.motion;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.vedette.stack.words.StackFailed;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A film's packets in memory, to be decoded again and again with other switches. One thread. */
final class SubStream implements AutoCloseable {
    private final List<AVPacket> packets = new ArrayList<>();
    private final AVCodecParameters parameters = avcodec_parameters_alloc();

    /**
     * How it is decoded.
     *
     * @param loopFilter whether blocks are smoothed, as the standard wants it
     */
    record Decoding(boolean loopFilter, int threads, boolean keyFramesOnly) {
        static final Decoding USUAL = new Decoding(true, 1, false);
        static final Decoding UNFILTERED = new Decoding(false, 1, false);
        static final Decoding TWO_THREADS = new Decoding(true, 2, false);
        static final Decoding ECO = new Decoding(true, 1, true);
    }

    interface Viewer {
        void see(ByteBuffer luma, int width, int height, int stride);
    }

    SubStream(Path file) {
        AVFormatContext context = avformat_alloc_context();
        if (avformat_open_input(context, file.toString(), null, (AVDictionary) null) < 0
                || avformat_find_stream_info(context, (AVDictionary) null) < 0) {
            throw new StackFailed("The film cannot be opened.");
        }
        avcodec_parameters_copy(parameters, context.streams(0).codecpar());
        AVPacket packet = av_packet_alloc();
        while (av_read_frame(context, packet) >= 0) {
            packets.add(av_packet_clone(packet));
            av_packet_unref(packet);
        }
        av_packet_free(packet);
        avformat_close_input(context);
    }

    void decode(Decoding how, Viewer viewer) {
        AVCodecContext context = avcodec_alloc_context3(avcodec_find_decoder(parameters.codec_id()));
        avcodec_parameters_to_context(context, parameters);
        context.thread_count(how.threads);
        if (!how.loopFilter) {
            context.skip_loop_filter(AVDISCARD_ALL);
        }
        AVFrame frame = av_frame_alloc();
        try {
            if (avcodec_open2(context, null, (AVDictionary) null) < 0) {
                throw new StackFailed("The film cannot be decoded.");
            }
            for (AVPacket packet : packets) {
                if (how.keyFramesOnly && (packet.flags() & AV_PKT_FLAG_KEY) == 0) {
                    continue;
                }
                avcodec_send_packet(context, packet);
                show(context, frame, viewer);
            }
            avcodec_send_packet(context, null);
            show(context, frame, viewer);
        } finally {
            av_frame_free(frame);
            avcodec_free_context(context);
        }
    }

    private static void show(AVCodecContext context, AVFrame frame, Viewer viewer) {
        while (avcodec_receive_frame(context, frame) >= 0) {
            int stride = frame.linesize(0);
            ByteBuffer luma =
                    frame.data(0).capacity((long) stride * frame.height()).asByteBuffer();
            viewer.see(luma, frame.width(), frame.height(), stride);
        }
    }

    @Override
    public void close() {
        packets.forEach(AVPacket::close);
        parameters.close();
    }
}
