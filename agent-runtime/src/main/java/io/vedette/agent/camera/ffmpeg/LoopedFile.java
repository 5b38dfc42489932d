package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_H264;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_HEVC;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_flush;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_get_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_init;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_bsf_send_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_copy;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;

import io.vedette.agent.camera.StreamEnded;
import io.vedette.agent.camera.StreamEnded.Why;
import io.vedette.agent.camera.StreamStop;
import io.vedette.agent.config.StreamAddress;
import io.vedette.agent.pipeline.Packet;
import java.util.Map;
import java.util.function.LongSupplier;
import org.bytedeco.ffmpeg.avcodec.AVBSFContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.jspecify.annotations.Nullable;

/**
 * An MP4 file as a camera: its packets come when they are due and it begins again at its end. Parameter sets are put before each
 * key frame, and start codes take the place of lengths. One thread.
 */
final class LoopedFile implements PacketSource {
    private final Demuxer file;
    private final StreamStop stop;
    private final LongSupplier ticker;
    private final AVBSFContext filter;
    private final AVPacket filtered = av_packet_alloc();
    private final int video;
    private long startedAt;
    private long startedWith = Packet.NO_TIME;

    private LoopedFile(Demuxer file, int video, AVBSFContext filter, StreamStop stop, LongSupplier ticker) {
        this.file = file;
        this.video = video;
        this.filter = filter;
        this.stop = stop;
        this.ticker = ticker;
    }

    static LoopedFile open(StreamAddress address, StreamStop stop, LongSupplier ticker) throws StreamEnded {
        Demuxer file =
                Demuxer.open("file:" + address.uri().getPath(), "mov", Map.of("protocol_whitelist", "file"), stop);
        try {
            int video = video(file);
            return new LoopedFile(file, video, filter(file.parameters(video)), stop, ticker);
        } catch (StreamEnded e) {
            file.close();
            throw e;
        }
    }

    private static int video(Demuxer file) throws StreamEnded {
        for (int i = 0; i < file.streams(); i++) {
            if (file.parameters(i).codec_type() == AVMEDIA_TYPE_VIDEO) {
                return i;
            }
        }
        throw new StreamEnded(Why.NO_PICTURE, file.streams() + " tracks");
    }

    private static AVBSFContext filter(AVCodecParameters parameters) throws StreamEnded {
        @Nullable String name = null;
        if (parameters.codec_id() == AV_CODEC_ID_H264) {
            name = "h264_mp4toannexb";
        } else if (parameters.codec_id() == AV_CODEC_ID_HEVC) {
            name = "hevc_mp4toannexb";
        }
        if (name == null) {
            throw new StreamEnded(Why.UNSUPPORTED, "codec " + parameters.codec_id());
        }
        AVBSFContext filter = new AVBSFContext(null);
        av_bsf_alloc(av_bsf_get_by_name(name), filter);
        avcodec_parameters_copy(filter.par_in(), parameters);
        if (av_bsf_init(filter) < 0) {
            av_bsf_free(filter);
            throw new StreamEnded(Why.BROKEN, name + " refuses it");
        }
        return filter;
    }

    @Override
    public int streams() {
        return file.streams();
    }

    @Override
    public AVCodecParameters parameters(int stream) {
        return stream == video ? filter.par_out() : file.parameters(stream);
    }

    @Override
    public int rate(int stream) {
        return file.rate(stream);
    }

    @Override
    public AVPacket read() throws StreamEnded {
        av_packet_unref(filtered);
        while (true) {
            AVPacket packet = next();
            due(packet);
            if (packet.stream_index() != video) {
                org.bytedeco.ffmpeg.global.avcodec.av_packet_ref(filtered, packet);
                return filtered;
            }
            if (av_bsf_send_packet(filter, packet) >= 0 && av_bsf_receive_packet(filter, filtered) >= 0) {
                return filtered;
            }
        }
    }

    private AVPacket next() throws StreamEnded {
        try {
            return file.read();
        } catch (StreamEnded e) {
            if (e.why() != Why.ENDED || startedWith == Packet.NO_TIME) {
                throw e;
            }
            startedWith = Packet.NO_TIME;
            file.rewind();
            av_bsf_flush(filter);
            return file.read();
        }
    }

    /** Waits until this packet would come from a camera. */
    private void due(AVPacket packet) throws StreamEnded {
        long dts = packet.dts();
        if (dts == Packet.NO_TIME) {
            return;
        }
        long media = Math.round(dts * 1e9 / file.rate(packet.stream_index()));
        if (startedWith == Packet.NO_TIME) {
            startedWith = media;
            startedAt = ticker.getAsLong();
        }
        if (stop.askedWithin(startedAt + media - startedWith - ticker.getAsLong())) {
            throw new StreamEnded(Why.STOPPED, "in mid-file");
        }
    }

    @Override
    public AVPacket current() {
        return filtered;
    }

    @Override
    public void close() {
        av_packet_free(filtered);
        av_bsf_free(filter);
        file.close();
    }
}
