package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avformat.av_find_input_format;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_count;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import io.vedette.agent.camera.CameraSettings;
import io.vedette.agent.camera.CameraStream;
import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.fmp4.AacConfig;
import io.vedette.agent.fmp4.H264Config;
import io.vedette.agent.fmp4.InitSegment;
import io.vedette.agent.pipeline.Packet;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * RTSP over TCP by libavformat. The stream is not probed: parameter sets are read from its description and from its key
 * frames, which saves up to two seconds before the first picture.
 */
public final class RtspStream implements CameraStream {
    private static final Logger LOG = LoggerFactory.getLogger(RtspStream.class);

    private final Interrupt interrupt;
    private final AVFormatContext context;
    private final AVPacket packet = av_packet_alloc();
    private final StreamStop stop;
    private final LongSupplier ticker;
    private int video = -1;
    private int audio = -1;
    private int videoRate;
    private int audioRate;
    private @Nullable H264Config described;
    private @Nullable AacConfig sound;

    private RtspStream(AVFormatContext context, Interrupt interrupt, StreamStop stop, LongSupplier ticker) {
        this.context = context;
        this.interrupt = interrupt;
        this.stop = stop;
        this.ticker = ticker;
    }

    /**
     * Connects and asks the camera to play.
     *
     * @param address of the main or the sub stream, without credentials; those of the settings are added here and nowhere else
     * @param withSound false for a stream that is only watched
     */
    public static RtspStream open(
            URI address, CameraSettings settings, boolean withSound, StreamStop stop, LongSupplier ticker)
            throws StreamEnded {
        // FFmpeg's own messages may quote the address with the password in it.
        av_log_set_level(AV_LOG_QUIET);
        Interrupt interrupt = new Interrupt(stop);
        AVFormatContext context = avformat_alloc_context();
        interrupt.askedBy(context.interrupt_callback());
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "rtsp_transport", "tcp", 0);
        av_dict_set(options, "timeout", "4000000", 0); // microseconds without a byte
        av_dict_set(options, "protocol_whitelist", "rtsp,rtp,tcp", 0);
        av_dict_set(options, "allowed_media_types", withSound ? "video+audio" : "video", 0);
        stop.heard();
        int result = avformat_open_input(
                context, CameraAddress.withCredentials(address, settings), av_find_input_format("rtsp"), options);
        int unknown = av_dict_count(options);
        av_dict_free(options);
        if (result < 0) {
            // libavformat has freed the context already
            interrupt.close();
            throw Refusals.of(result, stop);
        }
        if (unknown > 0) {
            LOG.warn("{} options are unknown to this FFmpeg: a time limit may be missing", unknown);
        }
        RtspStream stream = new RtspStream(context, interrupt, stop, ticker);
        try {
            stream.chooseTracks();
            return stream;
        } catch (StreamEnded e) {
            stream.close();
            throw e;
        }
    }

    @Override
    public @Nullable H264Config described() {
        return described;
    }

    @Override
    public @Nullable AacConfig sound() {
        return sound;
    }

    /** The video stream's parameters, for a decoder; good while this stream is open. */
    AVCodecParameters videoParameters() {
        return context.streams(video).codecpar();
    }

    /** The packet behind the last {@link #next}, for a decoder. */
    AVPacket current() {
        return packet;
    }

    @Override
    public Packet next() throws StreamEnded {
        while (true) {
            av_packet_unref(packet);
            int result = av_read_frame(context, packet);
            if (result < 0) {
                throw Refusals.of(result, stop);
            }
            int from = packet.stream_index();
            if ((from == video || from == audio) && packet.size() > 0) {
                if (from == video) {
                    stop.heard(); // a camera whose sound goes on without pictures counts as silent
                }
                return packet(from == video);
            }
        }
    }

    private Packet packet(boolean picture) {
        int rate = picture ? videoRate : audioRate;
        int wanted = picture ? InitSegment.VIDEO_TIMESCALE : rate;
        ByteBuffer data = packet.data().capacity(packet.size()).asByteBuffer();
        return new Packet(
                picture ? Packet.Track.VIDEO : Packet.Track.AUDIO,
                scale(packet.pts(), wanted, rate),
                scale(packet.dts(), wanted, rate),
                (packet.flags() & AV_PKT_FLAG_KEY) != 0,
                data,
                ticker.getAsLong());
    }

    private static long scale(long time, int wanted, int rate) {
        if (time == Packet.NO_TIME || wanted == rate) {
            return time;
        }
        return Math.round((double) time * wanted / rate);
    }

    private void chooseTracks() throws StreamEnded {
        String other = null; // name of a video codec we do not take
        for (int i = 0; i < context.nb_streams(); i++) {
            AVStream stream = context.streams(i);
            AVCodecParameters codec = stream.codecpar();
            byte[] extra = new byte[codec.extradata() == null ? 0 : codec.extradata_size()];
            if (extra.length > 0) {
                codec.extradata().get(extra);
            }
            int rate = stream.time_base().den() / Math.max(1, stream.time_base().num());
            if (video < 0 && codec.codec_type() == AVMEDIA_TYPE_VIDEO && codec.codec_id() == AV_CODEC_ID_H264) {
                video = i;
                videoRate = rate;
                described = H264Config.in(ByteBuffer.wrap(extra)).orElse(null);
            } else if (codec.codec_type() == AVMEDIA_TYPE_VIDEO) {
                other = avcodec_get_name(codec.codec_id()).getString();
            } else if (audio < 0 && codec.codec_type() == AVMEDIA_TYPE_AUDIO && codec.codec_id() == AV_CODEC_ID_AAC) {
                sound = AacConfig.of(extra).orElse(null);
                if (sound != null && sound.sampleRate() == rate) {
                    audio = i;
                    audioRate = rate;
                } else {
                    sound = null;
                }
            }
        }
        if (video < 0 && other == null) {
            throw new StreamEnded(StreamEnded.Why.NO_PICTURE, context.nb_streams() + " tracks");
        }
        if (video < 0) {
            throw new StreamEnded(StreamEnded.Why.UNSUPPORTED, "but " + other);
        }
    }

    @Override
    public void close() {
        avformat_close_input(context);
        av_packet_free(packet);
        interrupt.close();
    }
}
