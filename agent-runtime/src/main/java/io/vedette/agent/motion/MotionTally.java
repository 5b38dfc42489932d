package io.vedette.agent.motion;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.function.LongFunction;

/**
 * Keeps what the last looks showed until a recording takes it. The watching thread calls {@link #looked} with every look,
 * beside {@link MotionSink#looked}; whoever closes a recording calls {@link #take} with the moments of its first and last
 * picture. Any thread.
 */
public final class MotionTally {
    /** Twenty minutes at five looks a second, longer than any recording; with nobody taking, the oldest go. */
    private static final int MOST_LOOKS = 6000;
    /** A gap in the pictures is not time in which anything was watched. */
    private static final double LONGEST_STEP_SECONDS = 3;

    private record Seen(long takenNanos, double seconds, BitSet moved) {}

    private final Deque<Seen> looks = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;

    public synchronized void looked(MotionDetector.Look look) {
        double seconds = last == Long.MIN_VALUE ? 0 : (look.takenNanos() - last) / 1e9;
        last = look.takenNanos();
        if (looks.size() == MOST_LOOKS) {
            looks.removeFirst();
        }
        looks.addLast(new Seen(last, Math.clamp(seconds, 0, LONGEST_STEP_SECONDS), look.moved()));
    }

    /**
     * What moved in a recording. Looks up to its end are forgotten: recordings do not overlap.
     *
     * @param fromNanos when its first picture was taken, on this process's monotonic clock
     * @param toNanos when its last picture was taken, likewise
     * @param label the time of day that belongs to a moment of that clock
     */
    public synchronized MotionSummary take(long fromNanos, long toNanos, LongFunction<Instant> label) {
        Instant first = label.apply(fromNanos).truncatedTo(ChronoUnit.MINUTES);
        BitSet minutes = new BitSet();
        double[] cells = new double[HeatGrid.CELLS];
        double watched = 0;
        while (!looks.isEmpty() && looks.getFirst().takenNanos <= toNanos) {
            Seen seen = looks.removeFirst();
            if (seen.takenNanos < fromNanos) {
                continue;
            }
            watched += seen.seconds;
            if (!seen.moved.isEmpty()) {
                long minute = ChronoUnit.MINUTES.between(first, label.apply(seen.takenNanos));
                minutes.set(Math.toIntExact(Math.max(0, minute)));
                BlockCells.add(seen.moved, seen.seconds, cells);
            }
        }
        return new MotionSummary(new MotionMinutes(first, minutes), HeatGrid.of(cells, watched));
    }
}
