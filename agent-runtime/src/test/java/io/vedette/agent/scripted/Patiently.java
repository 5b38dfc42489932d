package io.vedette.agent.scripted;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Waits for a condition, not for a time. */
public final class Patiently {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Patiently() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, LONGEST, condition);
    }

    /** Waits until a number has stayed the same for as long as a hundred looks at it take. */
    public static void untilItRests(String what, Duration longest, LongSupplier number) {
        long[] seen = {number.getAsLong(), 0};
        until(what, longest, () -> {
            long now = number.getAsLong();
            seen[1] = now == seen[0] ? seen[1] + 1 : 0;
            seen[0] = now;
            return seen[1] >= 100;
        });
    }

    /** Between two looks at a condition the processor is left to whoever is to fulfil it. */
    private static void pause() {
        try {
            boolean unused = new CountDownLatch(1).await(2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    public static void until(String what, Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain waited for: " + what);
            }
            pause();
        }
    }
}
