package io.vedette.agent.fmp4;

import java.util.OptionalInt;

/** What H.264 says of a stream's use behind what a decoder needs (ITU-T H.264, section E.1.1): here, the order of its pictures. */
final class H264Usability {
    private static final int EXTENDED_SHAPE = 255;
    private static final int MOST_BUFFERS = 32;

    private H264Usability() {}

    /**
     * max_num_reorder_frames.
     *
     * @param in before vui_parameters_present_flag
     * @return empty when it is not said, or not whole
     */
    static OptionalInt reordered(BitReader in) {
        try {
            return in.bits(1) == 0 ? OptionalInt.empty() : read(in);
        } catch (IndexOutOfBoundsException tooShort) {
            return OptionalInt.empty();
        }
    }

    private static OptionalInt read(BitReader in) {
        if (in.bits(1) == 1 && in.bits(8) == EXTENDED_SHAPE) {
            in.skip(32);
        }
        if (in.bits(1) == 1) {
            in.skip(1);
        }
        if (in.bits(1) == 1) {
            in.skip(4);
            in.skip(in.bits(1) * 24);
        }
        if (in.bits(1) == 1) {
            in.skipGolomb();
            in.skipGolomb();
        }
        if (in.bits(1) == 1) {
            in.skip(65);
        }
        boolean units = skipBuffers(in);
        boolean slices = skipBuffers(in);
        if (units || slices) {
            in.skip(1);
        }
        in.skip(1);
        if (in.bits(1) == 0) {
            return OptionalInt.empty();
        }
        in.skip(1);
        for (int i = 0; i < 4; i++) {
            in.skipGolomb();
        }
        return OptionalInt.of(in.golomb());
    }

    /** Section E.1.2; true when there was something to skip. */
    private static boolean skipBuffers(BitReader in) {
        if (in.bits(1) == 0) {
            return false;
        }
        int buffers = in.golomb() + 1;
        if (buffers > MOST_BUFFERS) {
            throw new IndexOutOfBoundsException("no camera describes so many buffers");
        }
        in.skip(8);
        for (int i = 0; i < buffers; i++) {
            in.skipGolomb();
            in.skipGolomb();
            in.skip(1);
        }
        in.skip(20);
        return true;
    }
}
