package io.vedette.lab.clip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The byte stream of ITU-T H.264, annex B: NAL units behind start codes. */
final class AnnexB {
    private AnnexB() {}

    static List<byte[]> split(byte[] stream) {
        List<byte[]> units = new ArrayList<>();
        int from = -1;
        for (int i = 0; i + 2 < stream.length; i++) {
            if (stream[i] == 0 && stream[i + 1] == 0 && stream[i + 2] == 1) {
                if (from >= 0) {
                    units.add(unit(stream, from, i));
                }
                from = i + 3;
                i += 2;
            }
        }
        if (from >= 0) {
            units.add(unit(stream, from, stream.length));
        }
        return units;
    }

    /** A NAL unit never ends in a zero byte; zeros before the next start code belong to that. */
    private static byte[] unit(byte[] stream, int from, int to) {
        int end = to;
        while (end > from && stream[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOfRange(stream, from, end);
    }

    /** Whether the unit carries picture content: types 1 and 5. */
    static boolean isSlice(byte[] nal) {
        int type = nal[0] & 0x1f;
        return type == 1 || type == 5;
    }
}
