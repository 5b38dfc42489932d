package io.vedette.agent.vault;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The hub's time, as far as it is known here: tickets end by it, and a box's own clock may be wrong. Until the hub has told it
 * once, the box's own. Safe for several threads.
 */
public final class HubTime {
    private final Clock clock;
    private volatile Duration ahead = Duration.ZERO;

    public HubTime(Clock clock) {
        this.clock = clock;
    }

    /** The hub has just said what time it is. */
    public void told(Instant hub) {
        ahead = Duration.between(clock.instant(), hub);
    }

    Instant now() {
        return clock.instant().plus(ahead);
    }
}
