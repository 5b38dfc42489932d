package io.vedette.lab.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import io.vedette.lab.clip.ClipFolder;
import io.vedette.lab.clip.Track;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;

/** Puts a clip's main picture, from some unit on, and its sound into an MP4 file, by FFmpeg's own muxer. */
final class SampleRecording {
    private SampleRecording() {}

    static Path write(ClipFolder clip, int fromUnit, int toUnit, boolean sound, Path file) {
        AVFormatContext out = new AVFormatContext(null);
        assertThat(avformat_alloc_output_context2(out, null, "mp4", file.toString()))
                .isNotNegative();
        AVStream video = stream(out, AVMEDIA_TYPE_VIDEO, AV_CODEC_ID_H264, avcC(clip.main()));
        video.codecpar().width(1280).height(720);
        if (sound) {
            AVStream audio = stream(
                    out, AVMEDIA_TYPE_AUDIO, AV_CODEC_ID_AAC, clip.sound().configuration(0));
            audio.codecpar().sample_rate(clip.sound().clockRate()).frame_size(1024);
            av_channel_layout_default(audio.codecpar().ch_layout(), 1);
        }
        AVIOContext io = new AVIOContext(null);
        assertThat(avio_open(io, file.toString(), AVIO_FLAG_WRITE)).isNotNegative();
        out.pb(io);
        assertThat(avformat_write_header(out, (AVDictionary) null)).isNotNegative();
        for (int unit = fromUnit; unit < toUnit; unit++) {
            write(out, 0, clip.main(), unit, unit - fromUnit);
        }
        for (int unit = 0; sound && unit < (toUnit - fromUnit) * 1600 / 1024; unit++) {
            write(out, 1, clip.sound(), unit, unit);
        }
        assertThat(av_write_trailer(out)).isNotNegative();
        avio_closep(io);
        avformat_free_context(out);
        return file;
    }

    private static AVStream stream(AVFormatContext out, int kind, int codec, byte[] extradata) {
        AVStream stream = avformat_new_stream(out, null);
        stream.codecpar().codec_type(kind).codec_id(codec);
        BytePointer copy = new BytePointer(av_mallocz(extradata.length + AV_INPUT_BUFFER_PADDING_SIZE));
        copy.put(extradata, 0, extradata.length);
        stream.codecpar().extradata(copy).extradata_size(extradata.length);
        return stream;
    }

    /** ISO/IEC 14496-15, section 5.3.3.1. */
    private static byte[] avcC(Track track) {
        byte[] sps = track.configuration(0);
        byte[] pps = track.configuration(1);
        ByteBuffer box = ByteBuffer.allocate(11 + sps.length + pps.length);
        box.put((byte) 1).put(sps, 1, 3).put((byte) 0xff).put((byte) 0xe1);
        box.putShort((short) sps.length)
                .put(sps)
                .put((byte) 1)
                .putShort((short) pps.length)
                .put(pps);
        return box.array();
    }

    private static void write(AVFormatContext out, int stream, Track track, int unit, int number) {
        ByteBuffer bytes = track.unit(unit);
        byte[] data = new byte[bytes.remaining()];
        bytes.get(data);
        AVPacket packet = av_packet_alloc();
        av_new_packet(packet, data.length);
        packet.data().put(data, 0, data.length);
        AVRational from = av_make_q(1, track.clockRate());
        AVRational to = out.streams(stream).time_base();
        long time = av_rescale_q((long) number * track.ticksPerUnit(), from, to);
        packet.duration(
                av_rescale_q(track.ticksPerUnit(), from, to)); // or the last picture lasts no time and is cut off
        packet.stream_index(stream).pts(time).dts(time);
        packet.flags(track.isKey(unit) ? AV_PKT_FLAG_KEY : 0);
        assertThat(av_interleaved_write_frame(out, packet)).isNotNegative();
        av_packet_free(packet);
    }
}
