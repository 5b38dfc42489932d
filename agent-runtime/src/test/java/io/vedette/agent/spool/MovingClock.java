package io.vedette.agent.spool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A wall clock that may jump, and beside it a monotonic one that only runs. */
final class MovingClock extends Clock {
    private Instant now;
    private long nanos;

    MovingClock(String now) {
        this.now = Instant.parse(now);
    }

    /** Both go on. */
    void runs(Duration time) {
        now = now.plus(time);
        nanos += time.toNanos();
    }

    /** Somebody sets the wall clock, or the agent is off meanwhile. */
    void jumps(Duration time) {
        now = now.plus(time);
    }

    long nanos() {
        return nanos;
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("zones are for people");
    }
}
