package io.vedette.agent.pipeline;

import java.time.Duration;
import java.util.Optional;

/**
 * Compares two clocks by packets that carry the time of one and arrive at a time of the other. As in RFC 5905, section 10, the
 * packet with the shortest delay within the last minute is believed most. One thread.
 */
final class ClockComparison {
    /** With fewer packets than this the spread of their delays is a matter of luck. */
    private static final int FEW = 10;

    private static final long WINDOW_NANOS = 30_000_000_000L;
    /** Nothing is that late on its way: somebody has set one of the clocks. */
    private static final long SET_NANOS = 10_000_000_000L;

    private record Spread(long least, long most) {
        static final Spread NONE = new Spread(Long.MAX_VALUE, Long.MIN_VALUE);

        Spread with(Spread other) {
            return new Spread(Math.min(least, other.least), Math.max(most, other.most));
        }
    }

    private Spread now = Spread.NONE;
    private Spread before = Spread.NONE;
    private int packets;
    private long last;
    private long windowEnds;

    /**
     * @param ahead the one clock's time of sending less the other's of arrival, in nanoseconds
     * @param arrivedNanos on a monotonic clock
     */
    void packet(long ahead, long arrivedNanos) {
        boolean set = packets > 0 && Math.abs(ahead - last) > SET_NANOS;
        if (packets == 0 || set || arrivedNanos - windowEnds > 0) {
            before = set ? Spread.NONE : now;
            now = Spread.NONE;
            packets = set ? 0 : packets;
            windowEnds = arrivedNanos + WINDOW_NANOS;
        }
        last = ahead;
        packets = Math.min(packets + 1, FEW);
        now = now.with(new Spread(ahead, ahead));
    }

    /** Empty before some packets have come, and for as long after a clock was set. */
    Optional<CameraClock> result() {
        if (packets < FEW) {
            return Optional.empty();
        }
        Spread both = now.with(before);
        return Optional.of(
                new CameraClock(Duration.ofNanos(both.most), Duration.ofNanos((both.most - both.least) / 2)));
    }
}
