package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameter sets of an H.264 stream. A change of them is a new stream: new init segment, new recording. */
public final class H264Config {
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
        Finder finder = new Finder();
        AnnexB.units(annexB, finder::look);
        byte[] sps = finder.sps;
        byte[] pps = finder.pps;
        if (sps == null || pps == null) {
            return Optional.empty();
        }
        return SequenceParameters.of(sps).map(parameters -> new H264Config(sps, pps, parameters));
    }

    private static final class Finder {
        // A parameter set has some dozen bytes; one beyond this is an attack or an accident.
        private static final int LONGEST = 4096;

        private byte @Nullable [] sps;
        private byte @Nullable [] pps;

        void look(ByteBuffer unit) {
            int type = AnnexB.type(unit);
            if (type == AnnexB.SPS && sps == null && unit.remaining() <= LONGEST) {
                sps = copy(unit);
            } else if (type == AnnexB.PPS && pps == null && unit.remaining() <= LONGEST) {
                pps = copy(unit);
            }
        }

        private static byte[] copy(ByteBuffer unit) {
            byte[] bytes = new byte[unit.remaining()];
            unit.get(unit.position(), bytes);
            return bytes;
        }
    }

    public int width() {
        return parameters.width();
    }

    public int height() {
        return parameters.height();
    }

    /** RFC 6381, section 3.3: profile, constraints and level as six hex digits. */
    String codec() {
        return String.format(Locale.ROOT, "avc1.%02x%02x%02x", sps[1], sps[2], sps[3]);
    }

    /** The body of an avcC box (ISO/IEC 14496-15, section 5.3.3.1), with lengths of four bytes. */
    byte[] decoderConfiguration() {
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
