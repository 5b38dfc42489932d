package io.vedette.agent.motion;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;

/**
 * In which minutes of UTC something moved.
 *
 * @param first the begin of a whole minute
 * @param moved bit 0 is that minute, bit 1 the next; empty when nothing moved
 */
public record MotionMinutes(Instant first, BitSet moved) {
    public MotionMinutes {
        if (!first.equals(first.truncatedTo(ChronoUnit.MINUTES))) {
            throw new IllegalArgumentException("minutes are counted from the begin of one, not from " + first);
        }
        moved = (BitSet) moved.clone();
    }

    /** The caller's own. */
    @Override
    public BitSet moved() {
        return (BitSet) moved.clone();
    }

    public boolean movedAt(Instant moment) {
        long minute = Math.floorDiv(Duration.between(first, moment).getSeconds(), 60);
        return minute >= 0 && minute <= Integer.MAX_VALUE && moved.get((int) minute);
    }
}
