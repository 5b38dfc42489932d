package io.vedette.agent.live;

import java.time.Duration;

/**
 * How long publishing may go on without a word from the hub. Never longer than 15 s, whatever the hub says: a hub that dies
 * must not leave an uplink full. Safe for several threads. Times are of {@link System#nanoTime}.
 */
final class Lease {
    static final Duration LONGEST = Duration.ofSeconds(15);

    private volatile long end;

    Lease(int leaseMs, long now) {
        extend(leaseMs, now);
    }

    void extend(int leaseMs, long now) {
        end = now + Math.clamp(Duration.ofMillis(leaseMs).toNanos(), 0, LONGEST.toNanos());
    }

    /** Nanoseconds left; 0 or less when it has run out. */
    long left(long now) {
        return end - now;
    }
}
