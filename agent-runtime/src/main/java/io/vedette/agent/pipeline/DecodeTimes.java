package io.vedette.agent.pipeline;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.PriorityQueue;

/**
 * When pictures are to be decoded, from when they are to be shown. RTP tells the second alone (RFC 6184, section 5.1), and both are
 * the same until a camera sends pictures ahead of those that are shown before them (B frames). Then the earliest time that may
 * still come is the time of decoding. One thread.
 */
public final class DecodeTimes {
    /** No picture is decoded further ahead than this (ITU-T H.264, section A.3.1, item h). */
    private static final int MOST = 16;

    /** From this many pictures on it is known how far apart they are. */
    private static final int FEW = 8;

    private final long far;
    private final PriorityQueue<Long> toCome = new PriorityQueue<>();
    private final Deque<Long> lately = new ArrayDeque<>();
    private long beforeFirst;
    private int ahead;
    private boolean said;

    /** @param ticksPerSecond of the times */
    public DecodeTimes(int ticksPerSecond) {
        this.far = 2L * ticksPerSecond;
        this.beforeFirst = ticksPerSecond / 25;
    }

    /** How many pictures may come before one that is shown before them, as far as the camera says; else it is learned. */
    public void reordered(OptionalInt pictures) {
        said = pictures.isPresent();
        ahead = said ? Math.min(pictures.getAsInt(), MOST) : ahead;
    }

    /**
     * The time of decoding of the next picture: rises as long as what the camera says of its order is true.
     *
     * @param shown its time of presentation, or {@link Packet#NO_TIME}
     */
    public long next(long shown) {
        if (shown == Packet.NO_TIME) {
            return shown;
        }
        long leap = lately.isEmpty() ? 0 : shown - lately.getLast();
        if (leap > mostUsual() || leap < -mostUsual()) {
            beforeFirst = lately.size() < FEW ? beforeFirst : longestLeap();
            lately.clear(); // another clock from here on
            toCome.clear();
        }
        learn(shown);
        toCome.add(shown);
        while (toCome.size() > ahead + 1) {
            toCome.remove();
        }
        int missing = ahead + 1 - toCome.size();
        return missing > 0 ? toCome.element() - missing * beforeFirst : toCome.remove();
    }

    private long mostUsual() {
        return lately.size() < FEW ? far : 2 * longestLeap();
    }

    private long longestLeap() {
        long longest = 0;
        long before = lately.getFirst();
        for (long time : lately) {
            longest = Math.max(longest, Math.abs(time - before));
            before = time;
        }
        return longest;
    }

    private void learn(long shown) {
        if (!said) {
            int later = (int) lately.stream().filter(time -> time > shown).count();
            ahead = Math.max(ahead, later);
        }
        lately.add(shown);
        if (lately.size() > MOST) {
            lately.remove();
        }
    }
}
