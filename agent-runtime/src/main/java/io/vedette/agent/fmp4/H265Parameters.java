package io.vedette.agent.fmp4;

import java.util.OptionalInt;

/** Reads a sequence parameter set of H.265 (ITU-T H.265, section 7.3.2.2.1) as far as the order of its pictures. */
final class H265Parameters {
    private static final int SUB_LAYER_PROFILE_BITS = 88;
    private static final int SUB_LAYER_LEVEL_BITS = 8;

    private H265Parameters() {}

    /** Throws {@link IndexOutOfBoundsException} when it is cut short. */
    static SequenceParameters read(byte[] sps) {
        BitReader in = new BitReader(sps);
        in.skip(16 + 4);
        int moreSubLayers = in.bits(3);
        in.skip(1 + 8 * H265Config.PROFILE_BYTES);
        skipSubLayers(in, moreSubLayers);
        in.golomb();
        int chroma = in.golomb();
        if (chroma == 3) {
            in.skip(1);
        }
        int width = in.golomb();
        int height = in.golomb();
        if (in.bits(1) == 1) {
            // table 6-1: what one unit of the conformance window is
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = chroma == 1 ? 2 : 1;
            width -= (in.golomb() + in.golomb()) * unitX;
            height -= (in.golomb() + in.golomb()) * unitY;
        }
        int lumaDepth = 8 + in.golomb();
        int chromaDepth = 8 + in.golomb();
        in.golomb();
        return new SequenceParameters(width, height, chroma, lumaDepth, chromaDepth, reordered(in, moreSubLayers));
    }

    /** What is said of the last sub-layer holds for all that is sent. */
    private static OptionalInt reordered(BitReader in, int moreSubLayers) {
        int reordered = 0;
        for (int layers = in.bits(1) == 1 ? moreSubLayers + 1 : 1; layers > 0; layers--) {
            in.golomb();
            reordered = in.golomb();
            in.skipGolomb();
        }
        return OptionalInt.of(reordered);
    }

    /** Section 7.3.3: two flags for each sub-layer, filled up to eight pairs when there is one, then what they announce. */
    private static void skipSubLayers(BitReader in, int count) {
        int bits = 0;
        for (int i = 0; i < count; i++) {
            bits += in.bits(1) * SUB_LAYER_PROFILE_BITS + in.bits(1) * SUB_LAYER_LEVEL_BITS;
        }
        if (count > 0) {
            in.skip(2 * (8 - count));
        }
        in.skip(bits);
    }
}
