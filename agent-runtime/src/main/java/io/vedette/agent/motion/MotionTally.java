package io.vedette.agent.motion;

import io.vedette.contracts.link.MotionMarks;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;

/**
 * Keeps what the last looks showed until a recording takes it. Looks come in the order in which their pictures were taken,
 * those of a recording before it is closed. One thread.
 */
public final class MotionTally {
    /** An hour at five looks a second and a little more, longer than any recording; with nobody taking, the oldest go. */
    private static final int MOST_LOOKS = 20_000;
    /** A longer gap in the pictures is not time in which anything was watched. */
    private static final double LONGEST_STEP_SECONDS = 3;

    /** Shared: most looks show nothing, and an hour of them is kept. */
    private static final BitSet STILL = new BitSet();

    private record Seen(long takenNanos, double seconds, BitSet moved) {}

    private final Deque<Seen> looks = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;

    /**
     * @param takenNanos when the picture was taken, on this process's monotonic clock
     * @param moved the blocks in which it moved, row by row
     */
    public void looked(long takenNanos, BitSet moved) {
        double seconds = last == Long.MIN_VALUE ? 0 : (takenNanos - last) / 1e9;
        last = takenNanos;
        if (looks.size() == MOST_LOOKS) {
            looks.removeFirst();
        }
        looks.addLast(new Seen(last, Math.clamp(seconds, 0, LONGEST_STEP_SECONDS), moved.isEmpty() ? STILL : moved));
    }

    /** Nobody will ask for anything before this moment. */
    public void forgetBefore(long nanos) {
        while (!looks.isEmpty() && looks.getFirst().takenNanos < nanos) {
            looks.removeFirst();
        }
    }

    /**
     * What moved in a recording; empty when nobody looked. Looks up to its end are forgotten: recordings do not overlap.
     *
     * @param fromNanos when its first picture was taken, on this process's monotonic clock
     * @param toNanos when its last picture was taken, likewise
     */
    public Optional<MotionMarks> take(long fromNanos, long toNanos) {
        BitSet moved = new BitSet();
        double[] cells = new double[MotionMarks.CELLS];
        double watched = 0;
        long lookedAt = fromNanos;
        long blind = 0;
        int count = 0;
        while (!looks.isEmpty() && looks.getFirst().takenNanos <= toNanos) {
            Seen seen = looks.removeFirst();
            if (seen.takenNanos < fromNanos) {
                continue;
            }
            count++;
            watched += seen.seconds;
            blind = Math.max(blind, seen.takenNanos - lookedAt);
            lookedAt = seen.takenNanos;
            long second = (seen.takenNanos - fromNanos) / 1_000_000_000;
            if (!seen.moved.isEmpty() && second < MotionMarks.MOST_SECONDS) {
                moved.set((int) second);
                BlockCells.add(seen.moved, seen.seconds, cells);
            }
        }
        if (count == 0) {
            return Optional.empty();
        }
        blind = Math.max(blind, toNanos - lookedAt);
        return Optional.of(MotionMarks.of(moved, shares(cells, watched), (int) (blind / 1_000_000)));
    }

    private static byte[] shares(double[] moved, double watched) {
        byte[] shares = new byte[moved.length];
        for (int i = 0; i < moved.length; i++) {
            shares[i] = (byte) (watched <= 0 ? 0 : Math.min(255, Math.ceil(255 * moved[i] / watched - 1e-9)));
        }
        return shares;
    }
}
