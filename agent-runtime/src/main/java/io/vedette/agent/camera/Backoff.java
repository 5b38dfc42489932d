package io.vedette.agent.camera;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: a random part of a time that doubles, so that many agents never come at once. */
final class Backoff {
    private static final long FIRST_MILLIS = 1_000;
    private static final long CAP_MILLIS = 30_000;
    private static final int MOST_DOUBLINGS = 5;

    private final RandomGenerator random;
    private int failures;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long most = Math.min(CAP_MILLIS, FIRST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
        failures++;
        return Duration.ofMillis(random.nextLong(most + 1));
    }

    /** Only net progress renews the patience. */
    void succeeded() {
        failures = 0;
    }
}
