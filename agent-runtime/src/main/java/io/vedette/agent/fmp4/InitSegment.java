package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * ftyp and moov for one track of pictures and, with sound, one of sound (ISO/IEC 14496-12, sections 4.3, 8.2 and 8.8.1).
 * Does not change.
 */
public final class InitSegment {
    /** Ticks of the video track in a second, RTP's own for H.264 and H.265 (RFC 6184, section 5.1; RFC 7798, section 4.1). */
    public static final int VIDEO_TIMESCALE = 90_000;

    static final int VIDEO = 1;
    static final int AUDIO = 2;

    private final VideoConfig video;
    private final @Nullable AudioConfig audio;
    private final byte[] bytes;

    public InitSegment(VideoConfig video, @Nullable AudioConfig audio) {
        this.video = video;
        this.audio = audio;
        this.bytes = write();
    }

    public ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    public String mime() {
        return "video/mp4; codecs=\"" + video.codec() + (audio == null ? "" : "," + audio.codec()) + "\"";
    }

    public int width() {
        return video.width();
    }

    public int height() {
        return video.height();
    }

    /** 0 without sound. */
    public int audioTimescale() {
        return audio == null ? 0 : audio.sampleRate();
    }

    private byte[] write() {
        BoxWriter out = new BoxWriter();
        out.begin("ftyp")
                .text("iso6")
                .u32(1)
                .text("iso6")
                .text(video.sampleEntry())
                .text("mp41")
                .end();
        out.begin("moov");
        out.begin("mvhd", 0, 0)
                .zeros(8)
                .u32(1000)
                .u32(0)
                .u32(0x10000)
                .u16(0x100)
                .zeros(10);
        out.unitMatrix().zeros(24).u32(audio == null ? 2 : 3).end();
        videoTrack(out);
        if (audio != null) {
            audioTrack(out, audio);
        }
        out.begin("mvex");
        trackExtends(out, VIDEO);
        if (audio != null) {
            trackExtends(out, AUDIO);
        }
        return out.end().end().toBytes();
    }

    private void videoTrack(BoxWriter out) {
        beginTrack(out, VIDEO, 0, width(), height(), VIDEO_TIMESCALE, "vide");
        out.begin("vmhd", 0, 1).zeros(8).end();
        beginSamples(out);
        out.begin(video.sampleEntry()).zeros(6).u16(1).zeros(16).u16(width()).u16(height());
        out.u32(0x480000).u32(0x480000).u32(0).u16(1).zeros(32).u16(24).u16(0xffff);
        out.begin(video.configurationBox())
                .bytes(video.decoderConfiguration())
                .end()
                .end();
        endTrack(out);
    }

    private static void audioTrack(BoxWriter out, AudioConfig config) {
        beginTrack(out, AUDIO, 0x100, 0, 0, config.sampleRate(), "soun");
        out.begin("smhd", 0, 0).zeros(4).end();
        beginSamples(out);
        out.begin(config.sampleEntry())
                .zeros(6)
                .u16(1)
                .zeros(8)
                .u16(config.channels())
                .u16(16)
                .zeros(4);
        out.u32(config.sampleRate() << 16);
        config.writeConfiguration(out);
        out.end();
        endTrack(out);
    }

    private static void beginTrack(
            BoxWriter out, int id, int volume, int width, int height, int timescale, String handler) {
        out.begin("trak");
        out.begin("tkhd", 0, 3)
                .zeros(8)
                .u32(id)
                .zeros(16)
                .u32(0)
                .u16(volume)
                .u16(0)
                .unitMatrix();
        out.u32(width << 16).u32(height << 16).end();
        out.begin("mdia");
        out.begin("mdhd", 0, 0)
                .zeros(8)
                .u32(timescale)
                .u32(0)
                .u16(0x55c4)
                .u16(0)
                .end();
        out.begin("hdlr", 0, 0).u32(0).text(handler).zeros(12).u8(0).end();
        out.begin("minf");
    }

    private static void beginSamples(BoxWriter out) {
        out.begin("dinf")
                .begin("dref", 0, 0)
                .u32(1)
                .begin("url ", 0, 1)
                .end()
                .end()
                .end();
        out.begin("stbl").begin("stsd", 0, 0).u32(1);
    }

    /** Ends stsd and everything around it; the sample tables are empty because all samples are in fragments. */
    private static void endTrack(BoxWriter out) {
        out.end();
        out.begin("stts", 0, 0).u32(0).end();
        out.begin("stsc", 0, 0).u32(0).end();
        out.begin("stsz", 0, 0).u32(0).u32(0).end();
        out.begin("stco", 0, 0).u32(0).end();
        out.end().end().end().end();
    }

    private static void trackExtends(BoxWriter out, int track) {
        out.begin("trex", 0, 0).u32(track).u32(1).u32(0).u32(0).u32(0).end();
    }
}
