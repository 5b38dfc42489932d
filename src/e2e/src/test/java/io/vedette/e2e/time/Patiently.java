package io.vedette.e2e.time;

import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Asks again until the answer is there; a limit that is passed is a failed test that says what was waited for. */
public final class Patiently {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private Patiently() {}

    /** @param what ends the sentence "waited in vain for ..." */
    public static void until(String what, Duration limit, BooleanSupplier condition) {
        the(what, limit, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    /** Returns the first answer that is one. */
    public static <T> T the(String what, Duration limit, Supplier<Optional<T>> question) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            Optional<T> answer = question.get();
            if (answer.isPresent()) {
                return answer.get();
            }
            if (System.nanoTime() - deadline >= 0) {
                throw new AssertionError("waited in vain for " + what + ", " + limit.toSeconds() + " s long");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
