package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FLAG_BACKWARD;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_seek_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EAGAIN;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import java.util.Map;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;

/**
 * One input that libavformat has open, and its one packet. The form of the input is always named: what is found out by looking
 * at bytes is the sender's choice. One thread, a platform thread.
 */
final class Demuxer implements PacketSource {
    private static final long WAIT_NANOS = 5_000_000;

    private final Interrupt interrupt;
    private final AVFormatContext context;
    private final AVPacket packet = av_packet_alloc();
    private final StreamStop stop;

    private Demuxer(AVFormatContext context, Interrupt interrupt, StreamStop stop) {
        this.context = context;
        this.interrupt = interrupt;
        this.stop = stop;
    }

    /**
     * Connects.
     *
     * @param url may hold credentials: shown to nobody
     * @param format libavformat's name for the form of the input
     * @param options all of them must be known to it
     */
    static Demuxer open(String url, String format, Map<String, String> options, StreamStop stop) throws StreamEnded {
        return open(url, format, options, 0, stop);
    }

    /** The same for a device, whose driver waits and asks nobody whether it should go on: we wait in its place. */
    static Demuxer openDevice(String path, String format, Map<String, String> options, StreamStop stop)
            throws StreamEnded {
        return open(path, format, options, AVFormatContext.AVFMT_FLAG_NONBLOCK, stop);
    }

    private static Demuxer open(String url, String format, Map<String, String> options, int flags, StreamStop stop)
            throws StreamEnded {
        // FFmpeg's own messages may quote the address with the password in it.
        av_log_set_level(AV_LOG_QUIET);
        Interrupt interrupt = new Interrupt(stop);
        AVFormatContext context = avformat_alloc_context();
        interrupt.askedBy(context.interrupt_callback());
        context.flags(context.flags() | flags);
        AVDictionary dictionary = new AVDictionary(null);
        options.forEach((name, value) -> av_dict_set(dictionary, name, value, 0));
        stop.heard();
        int result = avformat_open_input(context, url, av_find_input_format(format), dictionary);
        int unknown = av_dict_count(dictionary);
        av_dict_free(dictionary);
        if (result < 0) {
            // libavformat has freed the context already
            interrupt.close();
            throw Refusals.of(result, stop);
        }
        Demuxer opened = new Demuxer(context, interrupt, stop);
        if (unknown > 0) {
            opened.close(); // a limit, or the check of a certificate, would be missing
            throw new StreamEnded(StreamEnded.Why.BROKEN, unknown + " options are unknown to this FFmpeg");
        }
        return opened;
    }

    @Override
    public int streams() {
        return context.nb_streams();
    }

    @Override
    public AVCodecParameters parameters(int stream) {
        return context.streams(stream).codecpar();
    }

    @Override
    public int rate(int stream) {
        AVRational base = context.streams(stream).time_base();
        return base.den() / Math.max(1, base.num());
    }

    @Override
    public AVPacket read() throws StreamEnded {
        av_packet_unref(packet);
        int result = av_read_frame(context, packet);
        while (result == AVERROR_EAGAIN() && !stop.askedWithin(WAIT_NANOS) && !stop.due()) {
            result = av_read_frame(context, packet);
        }
        if (result < 0) {
            throw Refusals.of(result, stop);
        }
        return packet;
    }

    /** A file goes back to its beginning. */
    void rewind() throws StreamEnded {
        int result = av_seek_frame(context, -1, 0, AVSEEK_FLAG_BACKWARD);
        if (result < 0) {
            throw Refusals.of(result, stop);
        }
    }

    @Override
    public AVPacket current() {
        return packet;
    }

    @Override
    public void close() {
        avformat_close_input(context);
        av_packet_free(packet);
        interrupt.close();
    }
}
