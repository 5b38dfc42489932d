package io.vedette.agent.scripted;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, not for a time. */
public final class Patiently {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Patiently() {}

    public static void until(String what, BooleanSupplier condition) {
        until(what, LONGEST, condition);
    }

    public static void until(String what, Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("in vain waited for: " + what);
            }
            LockSupport.parkNanos(2_000_000);
        }
    }
}
