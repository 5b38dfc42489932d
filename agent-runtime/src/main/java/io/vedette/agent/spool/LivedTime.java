package io.vedette.agent.spool;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long this spool has been in use: the age of recordings is counted in it, because a wall clock that jumps a year ahead
 * would make everything old at once. While the agent runs it follows the monotonic clock. The pause before a start is
 * taken from the wall clock, never as negative, and of one day at most: so much a wrong clock can cost, and no more.
 */
final class LivedTime {
    private static final long LONGEST_PAUSE = Duration.ofDays(1).toSeconds();

    private final Clock clock;
    private final LongSupplier nanos;
    private final long begunAt;
    private final long before;

    private LivedTime(Clock clock, LongSupplier nanos, long before) {
        this.clock = clock;
        this.nanos = nanos;
        this.before = before;
        this.begunAt = nanos.getAsLong();
    }

    /** Goes on from what the index keeps, within the caller's transaction. */
    static LivedTime goOn(Connection c, Clock clock, LongSupplier nanos) throws SQLException {
        long until = Marks.read(c, Marks.LIVED_UNTIL);
        long pause = until == 0 ? 0 : Math.clamp(clock.instant().getEpochSecond() - until, 0, LONGEST_PAUSE);
        LivedTime time = new LivedTime(clock, nanos, Marks.read(c, Marks.LIVED_SECONDS) + pause);
        time.keep(c);
        return time;
    }

    /** In seconds; never less than before. */
    long seconds() {
        return before + Duration.ofNanos(nanos.getAsLong() - begunAt).toSeconds();
    }

    void keep(Connection c) throws SQLException {
        Marks.write(c, Marks.LIVED_SECONDS, seconds());
        Marks.write(c, Marks.LIVED_UNTIL, clock.instant().getEpochSecond());
    }
}
