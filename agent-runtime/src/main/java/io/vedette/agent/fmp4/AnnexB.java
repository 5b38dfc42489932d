package io.vedette.agent.fmp4;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** H.264 as it comes from a camera: NAL units behind start codes (ITU-T H.264, annex B). */
public final class AnnexB {
    public static final int IDR = 5;
    public static final int SPS = 7;
    public static final int PPS = 8;
    public static final int DELIMITER = 9;

    private AnnexB() {}

    /** Hands over each NAL unit without its start code, as a view that is good for the call. */
    public static void units(ByteBuffer stream, Consumer<ByteBuffer> each) {
        int end = stream.limit();
        int start = -1;
        int at = stream.position();
        while (at + 2 < end) {
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

    public static int type(ByteBuffer unit) {
        return unit.get(unit.position()) & 0x1f;
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
