package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AAC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_OPUS;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.fmp4.AacConfig;
import io.vedette.agent.fmp4.AudioConfig;
import io.vedette.agent.fmp4.OpusConfig;
import io.vedette.agent.fmp4.VideoCodec;
import io.vedette.agent.fmp4.VideoConfig;
import io.vedette.agent.pipeline.SourceTracks;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which tracks of an input are taken: the first of pictures, and the first of sound that a recording can hold.
 *
 * @param video its number
 * @param videoRate ticks of its clock in a second
 * @param sound null without sound
 */
record Tracks(
        int video,
        int videoRate,
        VideoCodec codec,
        @Nullable VideoConfig described,
        @Nullable SoundTrack sound) {
    private static final Logger LOG = LoggerFactory.getLogger(Tracks.class);

    /** @param encoder null when the sound is kept as it comes */
    record SoundTrack(
            int number,
            int rate,
            AudioConfig config,
            @Nullable SoundEncoder encoder) {}

    /** @throws StreamEnded when there are no pictures we can take */
    static Tracks of(PacketSource input, boolean withSound) throws StreamEnded {
        @Nullable Tracks found = null;
        String other = ""; // the name of pictures we do not take
        for (int i = 0; i < input.streams(); i++) {
            AVCodecParameters parameters = input.parameters(i);
            if (parameters.codec_type() == AVMEDIA_TYPE_VIDEO && found == null) {
                Optional<VideoCodec> codec = codec(parameters.codec_id());
                other = codec.isPresent() ? "" : name(parameters);
                if (codec.isPresent()) {
                    VideoConfig described = codec.get()
                            .configIn(ByteBuffer.wrap(extra(parameters)))
                            .orElse(null);
                    found = new Tracks(i, input.rate(i), codec.get(), described, null);
                }
            }
        }
        if (found == null && other.isEmpty()) {
            throw new StreamEnded(StreamEnded.Why.NO_PICTURE, input.streams() + " tracks");
        }
        if (found == null) {
            throw new StreamEnded(StreamEnded.Why.UNSUPPORTED, "but " + other);
        }
        return withSound ? found.with(sound(input)) : found;
    }

    private Tracks with(@Nullable SoundTrack heard) {
        return new Tracks(video, videoRate, codec, described, heard);
    }

    /** For the pipeline. */
    SourceTracks source() {
        return new SourceTracks(codec, described, sound == null ? null : sound.config);
    }

    private static @Nullable SoundTrack sound(PacketSource input) {
        for (int i = 0; i < input.streams(); i++) {
            AVCodecParameters parameters = input.parameters(i);
            if (parameters.codec_type() == AVMEDIA_TYPE_AUDIO) {
                SoundTrack track = sound(i, input.rate(i), parameters);
                if (track != null) {
                    return track;
                }
                LOG.warn("sound in {} is left out: a recording cannot hold it", name(parameters));
            }
        }
        return null;
    }

    private static @Nullable SoundTrack sound(int number, int rate, AVCodecParameters parameters) {
        int codec = parameters.codec_id();
        if (codec == AV_CODEC_ID_AAC) {
            AudioConfig config = AacConfig.of(extra(parameters)).orElse(null);
            return config == null || config.sampleRate() != rate ? null : new SoundTrack(number, rate, config, null);
        }
        if (codec == AV_CODEC_ID_OPUS) {
            AudioConfig config = new OpusConfig(2);
            return config.sampleRate() != rate ? null : new SoundTrack(number, rate, config, null);
        }
        return PcmDecoding.of(codec)
                .filter(decoding -> parameters.ch_layout().nb_channels() == 1 && rate == parameters.sample_rate())
                .flatMap(decoding -> SoundEncoder.open(decoding, rate))
                .map(encoder -> new SoundTrack(number, rate, encoder.config(), encoder))
                .orElse(null);
    }

    private static Optional<VideoCodec> codec(int id) {
        if (id == AV_CODEC_ID_H264) {
            return Optional.of(VideoCodec.H264);
        }
        return id == AV_CODEC_ID_HEVC ? Optional.of(VideoCodec.H265) : Optional.empty();
    }

    private static String name(AVCodecParameters parameters) {
        return avcodec_get_name(parameters.codec_id()).getString();
    }

    private static byte[] extra(AVCodecParameters parameters) {
        byte[] extra = new byte[parameters.extradata() == null ? 0 : parameters.extradata_size()];
        if (extra.length > 0) {
            parameters.extradata().get(extra);
        }
        return extra;
    }
}
