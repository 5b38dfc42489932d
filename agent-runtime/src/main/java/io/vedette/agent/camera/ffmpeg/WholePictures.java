package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_grow_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_move_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_ref;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.fmp4.VideoCodec;
import io.vedette.agent.pipeline.Packet;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.javacpp.Pointer;

/**
 * Puts pictures together that libavformat takes for several (see {@link VideoCodec#continuesPicture}). That wants the packet behind a
 * picture, so one is held back: up to the first key frame, since parameter sets come with these, and for ever if that was cut.
 * One thread.
 */
final class WholePictures implements PacketSource {
    private static final int MOST_BYTES = 3 << 20;

    private final PacketSource parts;
    private final int video;
    private final VideoCodec codec;
    private final AVPacket held = av_packet_alloc();
    private final AVPacket whole = av_packet_alloc();
    private AVPacket current = whole;
    private boolean holding = true;
    private boolean cut;
    private boolean first = true;

    /** Closes the parts with itself. */
    WholePictures(PacketSource parts, int video, VideoCodec codec) {
        this.parts = parts;
        this.video = video;
        this.codec = codec;
    }

    @Override
    public int streams() {
        return parts.streams();
    }

    @Override
    public AVCodecParameters parameters(int stream) {
        return parts.parameters(stream);
    }

    @Override
    public int rate(int stream) {
        return parts.rate(stream);
    }

    @Override
    public AVPacket read() throws StreamEnded {
        if (!holding && held.size() > 0) {
            return current = released();
        }
        while (true) {
            AVPacket part = parts.read();
            if (part.stream_index() != video || part.size() == 0) {
                return current = part;
            }
            if (codec.continuesPicture(part.data().capacity(part.size()).asByteBuffer())) {
                holding = true;
                cut = true;
                append(part);
            } else if (!holding) {
                return current = part;
            } else if (held.size() == 0) {
                av_packet_ref(held, part);
            } else {
                AVPacket done = released();
                av_packet_ref(held, part);
                timeTheFirst(done, part.pts());
                holding = cut || (done.flags() & AV_PKT_FLAG_KEY) == 0;
                return current = done;
            }
        }
    }

    /**
     * libavformat counts a track's times from its first packet and mislays that one's own. Without it, pictures would be placed by
     * their arrival and sound by its times.
     */
    private void timeTheFirst(AVPacket picture, long next) {
        if (first && picture.pts() == Packet.NO_TIME && next > 0 && next <= parts.rate(video)) {
            picture.pts(0);
        }
        first = false;
    }

    private AVPacket released() {
        av_packet_unref(whole);
        av_packet_move_ref(whole, held);
        return whole;
    }

    /** What has no beginning, or no end, is left out: the decoder knows what to make of a hole. */
    private void append(AVPacket part) {
        int before = held.size();
        if (before > 0 && before + part.size() <= MOST_BYTES && av_grow_packet(held, part.size()) >= 0) {
            Pointer.memcpy(held.data().position(before), part.data(), part.size());
        }
    }

    @Override
    public AVPacket current() {
        return current;
    }

    @Override
    public void close() {
        av_packet_free(held);
        av_packet_free(whole);
        parts.close();
    }
}
