package io.vedette.lab.camera;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * The one clock of a camera: starts once and never goes back, whoever comes and goes. Safe for several threads.
 *
 * <p>The wall clock is looked at once; from then on the monotonic ticker counts, so that a step of the machine's clock does not
 * move the truth.
 */
final class LoopClock {
    private final Instant anchor;
    private final long start;
    private final LongSupplier ticker;

    /** Starts now. {@code ticker} counts nanoseconds, as {@link System#nanoTime} does. */
    LoopClock(Clock wall, LongSupplier ticker) {
        this.anchor = wall.instant();
        this.start = ticker.getAsLong();
        this.ticker = ticker;
    }

    /** The wall clock's time at the start. */
    Instant anchor() {
        return anchor;
    }

    /** Nanoseconds since the start. */
    long elapsed() {
        return ticker.getAsLong() - start;
    }

    /** The wall clock's time at so many nanoseconds since the start. */
    Instant wallAt(long elapsed) {
        return anchor.plusNanos(elapsed);
    }

    Duration position(Duration loop) {
        return Duration.ofNanos(elapsed() % loop.toNanos());
    }
}
