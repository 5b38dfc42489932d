package io.vedette.hub.agents;

import java.time.Duration;
import java.time.Instant;

/**
 * How far an agent's clock is from ours. Its times are labels that are corrected by this; a time that makes no sense even
 * then becomes ours, so that one strange event cannot hold up those behind it.
 *
 * @param millis our clock minus the agent's
 */
record ClockOffset(long millis) {
    /** Less is what networks and ordinary clocks do; more is worth a word to people, and a row. */
    static final Duration TOLERATED = Duration.ofMinutes(1);

    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Duration AHEAD = Duration.ofMinutes(1);
    /** About three centuries either way: a box without a clock of its own begins in 1970. */
    private static final long SANE_SECONDS = 10_000_000_000L;

    static ClockOffset measured(Instant agents, Instant ours) {
        return sane(agents) ? new ClockOffset(Duration.between(agents, ours).toMillis()) : new ClockOffset(0);
    }

    Instant corrected(Instant at, Instant now) {
        if (!sane(at)) {
            return now;
        }
        Instant ours = at.plusMillis(millis);
        return ours.isBefore(OLDEST) || ours.isAfter(now.plus(AHEAD)) ? now : ours;
    }

    boolean movedFrom(ClockOffset noted) {
        return Duration.ofMillis(millis).minusMillis(noted.millis).abs().compareTo(TOLERATED) >= 0;
    }

    private static boolean sane(Instant at) {
        return Math.abs(at.getEpochSecond()) < SANE_SECONDS;
    }
}
