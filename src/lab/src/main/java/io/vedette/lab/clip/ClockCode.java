package io.vedette.lab.clip;

import java.util.OptionalInt;

/**
 * The bar code of the burnt-in clock: ten bits of Gray code and six check bits. Gray code, so that few blocks change from one
 * picture to the next and the clock by itself is no motion; check bits, so that a misread is no reading instead of a wrong one.
 */
public final class ClockCode {
    /** Number of blocks. */
    public static final int BITS = 16;

    private static final int VALUE_BITS = 10;
    private static final int CHECK_BITS = 6;
    private static final int POLYNOMIAL = 0b100_0011; // x^6 + x + 1, primitive
    private static final int MARK = 0b10_1010; // keeps every word a mixture of light and dark blocks

    private ClockCode() {}

    /** The largest value plus one. */
    public static int limit() {
        return 1 << VALUE_BITS;
    }

    /** The blocks for a count of tenths of a second, highest bit first. */
    public static int encode(int tenths) {
        if (tenths < 0 || tenths >= limit()) {
            throw new IllegalArgumentException("the clock cannot show " + tenths + " tenths");
        }
        int gray = tenths ^ (tenths >> 1);
        return gray << CHECK_BITS | (check(gray) ^ MARK);
    }

    /** The count of tenths, or empty when the check bits say that some block was misread. */
    public static OptionalInt decode(int word) {
        int gray = word >> CHECK_BITS;
        if ((check(gray) ^ MARK) != (word & (1 << CHECK_BITS) - 1)) {
            return OptionalInt.empty();
        }
        int value = gray;
        for (int shift = 1; shift < VALUE_BITS; shift <<= 1) {
            value ^= value >> shift;
        }
        return OptionalInt.of(value);
    }

    private static int check(int gray) {
        int rest = gray << CHECK_BITS;
        for (int bit = VALUE_BITS + CHECK_BITS - 1; bit >= CHECK_BITS; bit--) {
            if ((rest >> bit & 1) != 0) {
                rest ^= POLYNOMIAL << (bit - CHECK_BITS);
            }
        }
        return rest;
    }
}
