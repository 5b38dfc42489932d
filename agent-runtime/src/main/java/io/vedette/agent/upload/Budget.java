package io.vedette.agent.upload;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often one upload may fail. Only net progress, a new highest offset, renews it: an upload that is reset and sent again
 * and again would otherwise fill the uplink for ever.
 */
final class Budget {
    static final int TRIES = 5;
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(8);
    private static final Duration FIRST_REST = Duration.ofSeconds(60);
    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private long highWater;
    private int failures;
    private int rests;

    /** The hub keeps everything before {@code offset}. */
    void reached(long offset) {
        if (offset > highWater) {
            highWater = offset;
            failures = 0;
            rests = 0;
        }
    }

    /** One more try came to nothing. True when that was the last one: the hub must be told. */
    boolean failed() {
        return ++failures % TRIES == 0;
    }

    /** How long to wait before the next try; much longer after the last one of a budget. Full jitter. */
    Duration pause(RandomGenerator random) {
        boolean spent = failures % TRIES == 0;
        Duration most =
                spent ? capped(FIRST_REST, rests++, LONGEST_REST) : capped(FIRST, failures % TRIES - 1, LONGEST_PAUSE);
        return Duration.ofNanos(random.nextLong(most.toNanos()) + 1);
    }

    /** A new grant: the hub wants it tried again now. */
    void renewed() {
        failures = 0;
    }

    private static Duration capped(Duration first, int doublings, Duration cap) {
        Duration most = first.multipliedBy(1L << Math.min(doublings, 10));
        return most.compareTo(cap) > 0 ? cap : most;
    }
}
