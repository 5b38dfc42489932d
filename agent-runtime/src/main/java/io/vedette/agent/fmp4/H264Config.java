package io.vedette.agent.fmp4;

import io.vedette.contracts.media.CodecName;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The parameter sets of an H.264 stream. */
public final class H264Config implements VideoConfig {
    static final int IDR = 5;
    static final int SPS = 7;
    static final int PPS = 8;
    static final int DELIMITER = 9;

    private final byte[] sps;
    private final byte[] pps;
    private final SequenceParameters parameters;

    private H264Config(byte[] sps, byte[] pps, SequenceParameters parameters) {
        this.sps = sps;
        this.pps = pps;
        this.parameters = parameters;
    }

    /** Finds the first pair of parameter sets between start codes; empty without a whole and readable pair. */
    public static Optional<H264Config> in(ByteBuffer annexB) {
        return ParameterSets.in(annexB, H264Config::type, SPS, PPS).flatMap(sets -> {
            byte[] sps = sets.getFirst();
            return SequenceParameters.ofH264(sps)
                    .filter(parameters -> sps.length >= 4)
                    .map(parameters -> new H264Config(sps, sets.getLast(), parameters));
        });
    }

    /** The kind of a NAL unit (ITU-T H.264, section 7.3.1). */
    static int type(ByteBuffer unit) {
        return unit.get(unit.position()) & 0x1f;
    }

    @Override
    public int width() {
        return parameters.width();
    }

    @Override
    public int height() {
        return parameters.height();
    }

    @Override
    public VideoCodec kind() {
        return VideoCodec.H264;
    }

    @Override
    public OptionalInt reordered() {
        return parameters.reordered();
    }

    @Override
    public String sampleEntry() {
        return "avc1";
    }

    @Override
    public String configurationBox() {
        return "avcC";
    }

    /** Profile, constraints and level as six hex digits. */
    @Override
    public String codec() {
        return CodecName.h264(decoderConfiguration());
    }

    /** ISO/IEC 14496-15, section 5.3.3.1. */
    @Override
    public byte[] decoderConfiguration() {
        BoxWriter out = new BoxWriter()
                .u8(1)
                .u8(sps[1])
                .u8(sps[2])
                .u8(sps[3])
                .u8(0xff)
                .u8(0xe1)
                .u16(sps.length)
                .bytes(sps)
                .u8(1)
                .u16(pps.length)
                .bytes(pps);
        if (parameters.chromaFormat() >= 0) {
            out.u8(0xfc | parameters.chromaFormat())
                    .u8(0xf8 | parameters.lumaDepth() - 8)
                    .u8(0xf8 | parameters.chromaDepth() - 8)
                    .u8(0);
        }
        return out.toBytes();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof H264Config that && Arrays.equals(sps, that.sps) && Arrays.equals(pps, that.pps);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sps);
    }
}
