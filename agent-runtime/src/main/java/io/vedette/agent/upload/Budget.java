package io.vedette.agent.upload;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often one upload may fail. Only net progress, a new highest offset, renews it, or somebody who wants it all the same:
 * an upload that is reset and sent again and again would otherwise fill the uplink for ever.
 */
final class Budget {
    static final int TRIES = 5;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);

    private long highWater;
    private int failures;

    /** The hub keeps everything before {@code offset}. */
    void reached(long offset) {
        if (offset > highWater) {
            highWater = offset;
            failures = 0;
        }
    }

    /** One more try came to nothing. True when that was the last one. */
    boolean failed() {
        return ++failures >= TRIES;
    }

    /** How long to wait before the next try. Full jitter. */
    Duration pause(RandomGenerator random) {
        return pause(FIRST, Math.max(0, failures - 1), LONGEST_PAUSE, random);
    }

    /** A new grant: the hub wants it tried again now. */
    void renewed() {
        failures = 0;
    }

    /** Up to the first pause, doubled so often, and never more than the longest; never zero. */
    static Duration pause(Duration first, int doublings, Duration longest, RandomGenerator random) {
        Duration most = first.multipliedBy(1L << Math.min(doublings, 10));
        return Duration.ofNanos(random.nextLong((most.compareTo(longest) > 0 ? longest : most).toNanos()) + 1);
    }
}
