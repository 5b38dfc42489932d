package io.vedette.agent.fmp4;

import io.vedette.contracts.media.CodecName;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The parameter sets of an H.265 stream. */
public final class H265Config implements VideoConfig {
    static final int VPS = 32;
    static final int SPS = 33;
    static final int PPS = 34;
    static final int DELIMITER = 35;

    /** Of profile, tier, compatibility, constraints and level (ITU-T H.265, section 7.3.3), in SPS and hvcC alike. */
    static final int PROFILE_BYTES = 12;

    // Behind the NAL unit's header of two bytes and one byte of the SPS; no start code can be imitated before it.
    private static final int PROFILE_AT = 3;
    private static final int SHORTEST_SPS = PROFILE_AT + PROFILE_BYTES;

    private final List<byte[]> sets; // VPS, SPS, PPS
    private final byte[] profile;
    private final int subLayers;
    private final SequenceParameters parameters;

    private H265Config(List<byte[]> sets, byte[] profile, int subLayers, SequenceParameters parameters) {
        this.sets = sets;
        this.profile = profile;
        this.subLayers = subLayers;
        this.parameters = parameters;
    }

    /** Finds the first three parameter sets between start codes; empty without a whole and readable set of them. */
    public static Optional<H265Config> in(ByteBuffer annexB) {
        return ParameterSets.in(annexB, H265Config::type, VPS, SPS, PPS).flatMap(H265Config::of);
    }

    private static Optional<H265Config> of(List<byte[]> sets) {
        byte[] sps = sets.get(1);
        byte[] plain = BitReader.withoutEmulation(sps);
        if (plain.length < SHORTEST_SPS) {
            return Optional.empty();
        }
        byte[] profile = Arrays.copyOfRange(plain, PROFILE_AT, SHORTEST_SPS);
        return SequenceParameters.ofH265(sps)
                .map(parameters -> new H265Config(sets, profile, plain[2] & 0x0f, parameters));
    }

    /** The kind of a NAL unit (section 7.3.1.2). */
    static int type(ByteBuffer unit) {
        return unit.get(unit.position()) >> 1 & 0x3f;
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
        return VideoCodec.H265;
    }

    @Override
    public OptionalInt reordered() {
        return parameters.reordered();
    }

    /** Players of Apple's want this one and not hev1. */
    @Override
    public String sampleEntry() {
        return "hvc1";
    }

    @Override
    public String configurationBox() {
        return "hvcC";
    }

    @Override
    public String codec() {
        return CodecName.h265(decoderConfiguration());
    }

    /** ISO/IEC 14496-15, section 8.3.3.1; what we do not know is "unspecified" there. */
    @Override
    public byte[] decoderConfiguration() {
        BoxWriter out = new BoxWriter().u8(1).bytes(profile).u16(0xf000).u8(0xfc);
        out.u8(0xfc | parameters.chromaFormat())
                .u8(0xf8 | parameters.lumaDepth() - 8)
                .u8(0xf8 | parameters.chromaDepth() - 8)
                .u16(0);
        // one more than the sub-layers beyond the first, whether they are nested, lengths of four bytes
        out.u8(((subLayers >> 1) + 1) << 3 | (subLayers & 1) << 2 | 3).u8(sets.size());
        for (byte[] set : sets) {
            // the upper bit: all sets of this kind are here and none in the samples
            out.u8(0x80 | set[0] >> 1 & 0x3f).u16(1).u16(set.length).bytes(set);
        }
        return out.toBytes();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof H265Config that && Arrays.deepEquals(sets.toArray(), that.sets.toArray());
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sets.get(1));
    }
}
