package io.vedette.agent.fmp4;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * What a sequence parameter set says about the picture: H.264's here (ITU-T H.264, section 7.3.2.1.1), H.265's in
 * {@link H265Parameters}.
 *
 * @param chromaFormat negative in the profiles that do not say it
 * @param reordered how many pictures may come before one that is shown before them; empty when it does not say
 */
record SequenceParameters(
        int width, int height, int chromaFormat, int lumaDepth, int chromaDepth, OptionalInt reordered) {
    private static final int LARGEST_SIDE = 16_384;
    private static final int BASELINE = 66;
    private static final int ORDER_OF_DECODING = 2;

    /** Empty when it is damaged or describes no picture of a sane size. */
    static Optional<SequenceParameters> ofH264(byte[] sps) {
        return of(sps, SequenceParameters::read);
    }

    static Optional<SequenceParameters> ofH265(byte[] sps) {
        return of(sps, H265Parameters::read);
    }

    private static Optional<SequenceParameters> of(byte[] sps, Function<byte[], SequenceParameters> reader) {
        try {
            return Optional.of(reader.apply(sps)).filter(p -> sane(p.width) && sane(p.height));
        } catch (IndexOutOfBoundsException tooShort) {
            return Optional.empty();
        }
    }

    private static boolean sane(int side) {
        return side > 0 && side <= LARGEST_SIDE;
    }

    private static SequenceParameters read(byte[] sps) {
        BitReader in = new BitReader(sps);
        in.skip(8);
        int profile = in.bits(8);
        in.skip(16);
        in.golomb();
        boolean high = switch (profile) {
            case 100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135 -> true;
            default -> false;
        };
        int chroma = 1;
        int lumaDepth = 8;
        int chromaDepth = 8;
        if (high) {
            chroma = in.golomb();
            if (chroma == 3) {
                in.skip(1);
            }
            lumaDepth = 8 + in.golomb();
            chromaDepth = 8 + in.golomb();
            in.skip(1);
            if (in.bits(1) == 1) {
                skipScalingLists(in, chroma == 3 ? 12 : 8);
            }
        }
        in.golomb();
        int order = skipPictureOrder(in);
        in.golomb();
        in.skip(1);
        int widthInBlocks = in.golomb() + 1;
        int heightInUnits = in.golomb() + 1;
        int framesOnly = in.bits(1);
        if (framesOnly == 0) {
            in.skip(1);
        }
        in.skip(1);
        int width = widthInBlocks * 16;
        int height = heightInUnits * 16 * (2 - framesOnly);
        if (in.bits(1) == 1) {
            int unitX = chroma == 1 || chroma == 2 ? 2 : 1;
            int unitY = (chroma == 1 ? 2 : 1) * (2 - framesOnly);
            width -= (in.golomb() + in.golomb()) * unitX;
            height -= (in.golomb() + in.golomb()) * unitY;
        }
        boolean asTheyCome = profile == BASELINE || order == ORDER_OF_DECODING;
        OptionalInt reordered = asTheyCome ? OptionalInt.of(0) : H264Usability.reordered(in);
        return new SequenceParameters(width, height, high ? chroma : -1, lumaDepth, chromaDepth, reordered);
    }

    /** Returns pic_order_cnt_type. */
    private static int skipPictureOrder(BitReader in) {
        int kind = in.golomb();
        if (kind == 0) {
            in.golomb();
        } else if (kind == 1) {
            in.skip(1);
            in.golomb();
            in.golomb();
            int cycle = in.golomb();
            for (int i = 0; i < cycle; i++) {
                in.golomb();
            }
        }
        return kind;
    }

    /** Section 7.3.2.1.1.1; a delta is a signed number, of which only the sum modulo 256 matters. */
    private static void skipScalingLists(BitReader in, int lists) {
        for (int list = 0; list < lists; list++) {
            if (in.bits(1) == 0) {
                continue;
            }
            int last = 8;
            int next = 8;
            for (int i = 0; i < (list < 6 ? 16 : 64); i++) {
                if (next != 0) {
                    int code = in.golomb();
                    int delta = (code & 1) == 1 ? (code + 1) / 2 : -(code / 2);
                    next = (last + delta + 256) % 256;
                }
                last = next == 0 ? last : next;
            }
        }
    }
}
