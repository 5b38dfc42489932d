package io.vedette.lab.clip;

/** Samples of 16 bits as the eight bits of ITU-T G.711. */
final class Companding {
    private static final int MU_BIAS = 132;
    private static final int MU_CLIP = 32_635;

    private Companding() {}

    /** Table 2a: sign, the place of the leading bit, the four bits behind it; all inverted. */
    static byte mu(int sample) {
        int size = Math.min(Math.abs(sample), MU_CLIP) + MU_BIAS;
        int segment = 24 - Integer.numberOfLeadingZeros(size);
        int code = segment << 4 | size >> segment + 3 & 0xf;
        return (byte) ~(code | (sample < 0 ? 0x80 : 0));
    }

    /** Table 1a: the same from the 13th bit on, where the lowest segment is as fine as the second; every other bit inverted. */
    static byte a(int sample) {
        int size = Math.min(Math.abs(sample), Short.MAX_VALUE) >> 3;
        int segment = Math.max(0, 27 - Integer.numberOfLeadingZeros(size));
        int code = segment << 4 | size >> Math.max(1, segment) & 0xf;
        return (byte) ((code | (sample < 0 ? 0 : 0x80)) ^ 0x55);
    }
}
