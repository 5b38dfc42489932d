package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** Pictures as they come from a camera: NAL units behind start codes (ITU-T H.264 and H.265, annex B of both). */
public final class AnnexB {
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = 0x8080_8080_8080_8080L;

    private AnnexB() {}

    /** Hands over each NAL unit without its start code, as a view that is good as long as the stream is. */
    public static void units(ByteBuffer stream, Consumer<ByteBuffer> each) {
        int end = stream.limit();
        int start = -1;
        int at = stream.position();
        while (at + 2 < end) {
            if (at + Long.BYTES <= end && !holdsZero(stream.getLong(at))) {
                at += Long.BYTES;
                continue;
            }
            // A third byte above 1 rules out a start code at any of the three places.
            int third = stream.get(at + 2);
            if ((third & 0xfe) != 0) {
                at += 3;
            } else if (third == 1 && stream.get(at) == 0 && stream.get(at + 1) == 0) {
                emit(stream, start, at, each);
                start = at + 3;
                at = start;
            } else {
                at++;
            }
        }
        emit(stream, start, end, each);
    }

    /** Without a zero no start code begins in these eight bytes (Mycroft's test: a borrow reaches the high bit of a zero byte). */
    private static boolean holdsZero(long eight) {
        return ((eight - ONES) & ~eight & HIGH_BITS) != 0;
    }

    /** Where the first unit behind the next start code begins; negative without one. */
    static int next(ByteBuffer stream, int from) {
        for (int at = from; at + 2 < stream.limit(); at++) {
            if (stream.get(at + 2) == 1 && stream.get(at + 1) == 0 && stream.get(at) == 0) {
                return at + 3;
            }
        }
        return -1;
    }

    private static void emit(ByteBuffer stream, int start, int end, Consumer<ByteBuffer> each) {
        int last = end;
        // Zeros before the next start code belong to nobody (trailing_zero_8bits and the long start code).
        while (start >= 0 && last > start && stream.get(last - 1) == 0) {
            last--;
        }
        if (start >= 0 && last > start) {
            each.accept(stream.slice(start, last - start));
        }
    }
}
