package io.vedette.stack.time;

import io.vedette.stack.words.StackFailed;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks again until the answer is yes or the time is up. */
public final class Wait {
    private Wait() {}

    /** Returns whether the condition became true within {@code limit}; the condition is asked at least once. */
    public static boolean until(Duration limit, Duration pause, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline >= 0) {
                return false;
            }
            sleep(pause);
        }
        return true;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("The start was interrupted.", e);
        }
    }
}
