package io.vedette.lab.reader;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.time.Duration;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.PointerPointer;
import org.jspecify.annotations.Nullable;

/** Decodes one live video stream and counts what does not decode. Holds native memory until closed. One thread. */
final class PictureDecoder implements AutoCloseable {
    private final AVCodecContext context;
    private final AVRational timeBase;
    private final AVFrame frame = av_frame_alloc();
    private int errors;

    PictureDecoder(AVStream stream) throws MediaFault {
        this.timeBase = stream.time_base();
        this.context = avcodec_alloc_context3(null);
        avcodec_parameters_to_context(context, stream.codecpar());
        context.thread_count(1); // one picture out for one packet in
        context.err_recognition(AV_EF_CRCCHECK | AV_EF_BITSTREAM | AV_EF_BUFFER);
        int opened =
                avcodec_open2(context, avcodec_find_decoder(stream.codecpar().codec_id()), (PointerPointer<?>) null);
        if (opened < 0) {
            close();
            throw new MediaFault("has a picture that cannot be decoded", opened);
        }
    }

    interface Viewer {
        void see(DecodedFrame frame);
    }

    /** Decodes one packet, or with {@code null} what is still inside. */
    void decode(@Nullable AVPacket packet, Viewer viewer) {
        if (avcodec_send_packet(context, packet) < 0) {
            errors++;
        }
        int got = avcodec_receive_frame(context, frame);
        for (; got >= 0; got = avcodec_receive_frame(context, frame)) {
            if (NativeFrame.isDamaged(frame)) {
                errors++;
            }
            viewer.see(new NativeFrame(frame, time(frame.best_effort_timestamp())));
        }
        if (got != AVERROR_EAGAIN() && got != AVERROR_EOF) {
            errors++;
        }
    }

    private Duration time(long pts) {
        double seconds = pts == AV_NOPTS_VALUE ? 0 : pts * ((double) timeBase.num() / timeBase.den());
        return Duration.ofNanos(Math.round(seconds * 1e9));
    }

    int errors() {
        return errors;
    }

    @Override
    public void close() {
        av_frame_free(frame);
        avcodec_free_context(context);
    }
}
