package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PROFILE_AAC_LOW;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;

import io.vedette.agent.fmp4.AacConfig;
import io.vedette.agent.pipeline.Packet;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/**
 * Telephone sound to AAC-LC, mono: no browser plays a file with G.711 in it. Costs about 0.6 % of a core. One thread.
 */
final class SoundEncoder implements AutoCloseable {
    private static final int BITS_PER_SAMPLE = 3;

    private final PcmDecoding decoding;
    private final AVCodecContext context;
    private final AacConfig config;
    private final AVFrame frame = av_frame_alloc();
    private final AVPacket packet = av_packet_alloc();
    private final float[] samples = new float[AacConfig.FRAME];
    private final long longestHole;
    private int filled;
    private long samplesAt = Packet.NO_TIME;

    private SoundEncoder(PcmDecoding decoding, AVCodecContext context, AacConfig config) {
        this.decoding = decoding;
        this.context = context;
        this.config = config;
        this.longestHole = config.sampleRate() / 5;
        frame.nb_samples(AacConfig.FRAME).format(AV_SAMPLE_FMT_FLTP).sample_rate(config.sampleRate());
        av_channel_layout_default(frame.ch_layout(), 1);
        av_frame_get_buffer(frame, 0);
    }

    /** Empty when the encoder does not know this rate. */
    static Optional<SoundEncoder> open(PcmDecoding decoding, int sampleRate) {
        AVCodecContext context = avcodec_alloc_context3(avcodec_find_encoder(AV_CODEC_ID_AAC));
        context.sample_fmt(AV_SAMPLE_FMT_FLTP).sample_rate(sampleRate).bit_rate((long) sampleRate * BITS_PER_SAMPLE);
        context.profile(AV_PROFILE_AAC_LOW);
        context.flags(context.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
        context.time_base().num(1).den(sampleRate);
        av_channel_layout_default(context.ch_layout(), 1);
        if (avcodec_open2(context, null, (AVDictionary) null) < 0) {
            avcodec_free_context(context);
            return Optional.empty();
        }
        byte[] extra = new byte[context.extradata_size()];
        context.extradata().get(extra);
        Optional<AacConfig> config = AacConfig.of(extra);
        if (config.isEmpty()) {
            avcodec_free_context(context);
        }
        return config.map(known -> new SoundEncoder(decoding, context, known));
    }

    AacConfig config() {
        return config;
    }

    /** What does not fill a frame of 1024 samples waits in here for the next call. */
    private int take(ByteBuffer data) {
        int before = filled;
        while (filled < samples.length && data.remaining() >= decoding.bytes()) {
            samples[filled++] = decoding.sample(data);
        }
        return filled - before;
    }

    /** Hears an encoded frame; its data is lent for the call. */
    interface Encoded {
        void frame(long pts, ByteBuffer data);
    }

    /**
     * Takes one packet of the camera's.
     *
     * @param pts in samples, or {@link Packet#NO_TIME}; when it is far from where the last packet ended, a hole is left
     */
    void encode(long pts, ByteBuffer data, Encoded ear) {
        if (samplesAt == Packet.NO_TIME || pts != Packet.NO_TIME && Math.abs(pts - samplesAt) > longestHole) {
            samplesAt = pts == Packet.NO_TIME ? 0 : pts;
            filled = 0;
        }
        for (int taken = take(data); taken > 0; taken = take(data)) {
            samplesAt += taken;
            if (filled == samples.length) {
                filled = 0;
                send(samplesAt - samples.length, ear);
            }
        }
    }

    private void send(long pts, Encoded ear) {
        av_frame_make_writable(frame);
        FloatBuffer plane = frame.data(0)
                .capacity((long) samples.length * Float.BYTES)
                .asByteBuffer()
                .order(java.nio.ByteOrder.nativeOrder())
                .asFloatBuffer();
        plane.put(samples);
        frame.pts(pts);
        if (avcodec_send_frame(context, frame) < 0) {
            return;
        }
        while (avcodec_receive_packet(context, packet) >= 0) {
            ear.frame(packet.pts(), packet.data().capacity(packet.size()).asByteBuffer());
            av_packet_unref(packet);
        }
    }

    @Override
    public void close() {
        av_frame_free(frame);
        av_packet_free(packet);
        avcodec_free_context(context);
    }
}
