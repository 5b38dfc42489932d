package io.vedette.agent.fmp4;

/**
 * Bits of a NAL unit, emulation prevention bytes left out (ITU-T H.264, section 7.4.1.1). Reading beyond the end throws
 * {@link IndexOutOfBoundsException}.
 */
final class BitReader {
    private final byte[] bytes;
    private int bit;

    BitReader(byte[] unit) {
        bytes = withoutEmulation(unit);
    }

    int bits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, bit++) {
            value = value << 1 | bytes[bit >> 3] >> 7 - (bit & 7) & 1;
        }
        return value;
    }

    void skip(int count) {
        bit += count;
    }

    /** An unsigned Exp-Golomb number (section 9.1), of at most 16 bits behind its leading zeros. */
    int golomb() {
        int zeros = 0;
        while (bits(1) == 0) {
            if (++zeros > 16) {
                throw new IndexOutOfBoundsException("no parameter of a camera is that large");
            }
        }
        return (1 << zeros) - 1 + bits(zeros);
    }

    /** Passes over such a number, however large. */
    void skipGolomb() {
        int zeros = 0;
        while (bits(1) == 0) {
            zeros++;
        }
        skip(zeros);
    }

    static byte[] withoutEmulation(byte[] unit) {
        byte[] plain = new byte[unit.length];
        int length = 0;
        int zeros = 0;
        for (byte b : unit) {
            if (zeros >= 2 && b == 3) {
                zeros = 0;
                continue;
            }
            zeros = b == 0 ? zeros + 1 : 0;
            plain[length++] = b;
        }
        return java.util.Arrays.copyOf(plain, length);
    }
}
