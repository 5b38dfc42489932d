package io.vedette.hub.recordings.entity;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * A stretch of a recording in which something moved, in whole seconds from its first picture.
 *
 * @param until the second after the last in which it did
 */
public record MovedSpan(int from, int until) {
    public MovedSpan {
        if (from < 0 || until <= from) {
            throw new IllegalArgumentException("from " + from + " until " + until + " is no stretch of time");
        }
    }

    /** @param pause so many seconds of rest do not end a stretch */
    public static List<MovedSpan> of(BitSet moved, int pause) {
        List<MovedSpan> spans = new ArrayList<>();
        for (int from = moved.nextSetBit(0); from >= 0; ) {
            int until = moved.nextClearBit(from);
            int next = moved.nextSetBit(until);
            while (next >= 0 && next - until <= pause) {
                until = moved.nextClearBit(next);
                next = moved.nextSetBit(until);
            }
            spans.add(new MovedSpan(from, until));
            from = next;
        }
        return spans;
    }
}
