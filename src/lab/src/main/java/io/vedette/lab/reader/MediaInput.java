package io.vedette.lab.reader;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOInterruptCB;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * An RTSP stream opened by FFmpeg. Holds native memory until closed. One thread at a time; it must be a platform thread,
 * because a read holds it.
 */
final class MediaInput implements AutoCloseable {
    final AVFormatContext format;
    private final Deadline deadline; // native code calls it: must not be collected

    private MediaInput(AVFormatContext format, Deadline deadline) {
        this.format = format;
        this.deadline = deadline;
    }

    /**
     * @param limit for opening and for each single read
     * @throws MediaFault when the source cannot be opened or is no media
     */
    static MediaInput open(String source, Map<String, String> settings, Duration limit, LongSupplier ticker)
            throws MediaFault {
        av_log_set_level(AV_LOG_FATAL);
        AVFormatContext format = avformat_alloc_context();
        Deadline deadline = new Deadline(limit, ticker);
        format.interrupt_callback().callback(deadline);
        AVDictionary options = new AVDictionary(null);
        settings.forEach((name, value) -> av_dict_set(options, name, value, 0));
        deadline.restart();
        int opened = avformat_open_input(format, source, null, options); // frees the context when it fails
        int unknown = av_dict_count(options);
        av_dict_free(options);
        if (opened < 0) {
            throw new MediaFault("cannot be opened", opened);
        }
        MediaInput input = new MediaInput(format, deadline);
        int probed =
                unknown > 0 ? AVERROR_OPTION_NOT_FOUND() : avformat_find_stream_info(format, (PointerPointer<?>) null);
        if (probed < 0) {
            input.close();
            throw new MediaFault(unknown > 0 ? "an option is unknown" : "says nothing about its streams", probed);
        }
        return input;
    }

    AVStream stream(int index) {
        return format.streams(index);
    }

    int streams() {
        return format.nb_streams();
    }

    boolean isVideo(int index) {
        return stream(index).codecpar().codec_type() == AVMEDIA_TYPE_VIDEO;
    }

    boolean isAudio(int index) {
        return stream(index).codecpar().codec_type() == AVMEDIA_TYPE_AUDIO;
    }

    int firstVideo() throws MediaFault {
        for (int index = 0; index < streams(); index++) {
            if (isVideo(index)) {
                return index;
            }
        }
        throw new MediaFault("has no picture", 0);
    }

    /** False at the end. */
    boolean read(AVPacket packet) throws MediaFault {
        deadline.restart();
        int got = av_read_frame(format, packet);
        if (got == AVERROR_EOF) {
            return false;
        }
        if (got < 0) {
            throw new MediaFault("cannot be read on", got);
        }
        return true;
    }

    /** Makes the read that is under way, and every later one, fail at once. May be called from any thread. */
    void interrupt() {
        deadline.over = true;
    }

    @Override
    public void close() {
        avformat_close_input(format);
        deadline.close();
    }

    private static final class Deadline extends AVIOInterruptCB.Callback_Pointer {
        private final long limitNanos;
        private final LongSupplier ticker;
        private volatile long end;
        private volatile boolean over;

        Deadline(Duration limit, LongSupplier ticker) {
            this.limitNanos = limit.toNanos();
            this.ticker = ticker;
        }

        void restart() {
            end = ticker.getAsLong() + limitNanos;
        }

        @Override
        public int call(Pointer ignored) {
            return over || ticker.getAsLong() - end > 0 ? 1 : 0;
        }
    }
}
