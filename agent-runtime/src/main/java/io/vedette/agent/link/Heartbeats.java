package io.vedette.agent.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** When the next heartbeat is due and whether the hub still answers them. Times are of {@link System#nanoTime}. One thread. */
final class Heartbeats {
    private static final int MOST_MISSED = 3;
    private static final long SHORTEST = Duration.ofMillis(50).toNanos();
    private static final long LONGEST = Duration.ofMinutes(2).toNanos();

    private final long period;
    private final RandomGenerator random;
    private long due;
    private long sent;
    private long acknowledged;

    Heartbeats(int periodMs, RandomGenerator random, long now) {
        this.period = Math.clamp(Duration.ofMillis(periodMs).toNanos(), SHORTEST, LONGEST);
        this.random = random;
        this.due = now;
    }

    long due() {
        return due;
    }

    /** Something is worth telling now; the hub answers soon enough for this not to look like missed beats. */
    void soon(long now) {
        due = now;
    }

    /** True when so many went unanswered that the link must be given up. */
    boolean dead() {
        return sent - acknowledged >= MOST_MISSED;
    }

    /** The number of the heartbeat that goes out now. The next is due one period later, give or take a tenth. */
    long next(long now) {
        due = now + (long) (period * (0.9 + 0.2 * random.nextDouble()));
        return ++sent;
    }

    void acknowledged(long seq) {
        acknowledged = Math.max(acknowledged, Math.min(seq, sent));
    }
}
