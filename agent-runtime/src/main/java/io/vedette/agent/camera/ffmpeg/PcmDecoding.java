package io.vedette.agent.camera.ffmpeg;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_ALAW;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_MULAW;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PCM_S16BE;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** Sound that is not compressed, or hardly, as samples between -1 and 1. */
enum PcmDecoding {
    /** ITU-T G.711, table 2a. */
    MU_LAW(AV_CODEC_ID_PCM_MULAW, 1) {
        @Override
        float sample(ByteBuffer in) {
            int code = ~in.get() & 0xff;
            int size = ((code & 0xf) << 3 | 0x84) << (code >> 4 & 7);
            return ((code & 0x80) == 0 ? size - 0x84 : 0x84 - size) / FULL;
        }
    },
    /** Table 1a. */
    A_LAW(AV_CODEC_ID_PCM_ALAW, 1) {
        @Override
        float sample(ByteBuffer in) {
            int code = in.get() ^ 0x55;
            int segment = code >> 4 & 7;
            int size = (code & 0xf) << 4 | 8;
            int level = segment == 0 ? size : (size | 0x100) << segment - 1;
            return ((code & 0x80) == 0 ? -level : level) / FULL;
        }
    },
    /** 16 bits, the high byte first (RFC 3551, section 4.5.11). */
    LINEAR(AV_CODEC_ID_PCM_S16BE, 2) {
        @Override
        float sample(ByteBuffer in) {
            int high = in.get(); // byte by byte: a buffer of native memory has the machine's order
            return (high << 8 | in.get() & 0xff) / FULL;
        }
    };

    private static final float FULL = 32_768;

    private final int codecId;
    private final int bytes;

    PcmDecoding(int codecId, int bytes) {
        this.codecId = codecId;
        this.bytes = bytes;
    }

    static Optional<PcmDecoding> of(int codecId) {
        return Arrays.stream(values()).filter(one -> one.codecId == codecId).findFirst();
    }

    /** Of one sample. */
    int bytes() {
        return bytes;
    }

    abstract float sample(ByteBuffer in);
}
