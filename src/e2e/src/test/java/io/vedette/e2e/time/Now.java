package io.vedette.e2e.time;

import java.time.Clock;
import java.time.Instant;

/** This machine's clock, which all parts of the stack share. */
public final class Now {
    private static final Clock CLOCK = Clock.systemUTC();

    private Now() {}

    public static Instant utc() {
        return CLOCK.instant();
    }
}
