package io.vedette.agent.vault;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The hub's time, as far as it is known here: tickets end by it, and a box's own clock may be wrong. Until the hub has told it
 * once, the box's own. Safe for several threads.
 */
public final class HubTime {
    private final Clock clock;
    private volatile @Nullable Told told;

    /** @param nanos of {@link System#nanoTime} when it was told */
    private record Told(Instant hub, long nanos) {}

    public HubTime(Clock clock) {
        this.clock = clock;
    }

    /** The hub has just said what time it is. */
    public void told(Instant hub) {
        told = new Told(hub, System.nanoTime());
    }

    Instant now() {
        Told last = told;
        // counted on by what passes: a box without a clock of its own sets it some time after the start
        return last == null ? clock.instant() : last.hub().plusNanos(System.nanoTime() - last.nanos());
    }
}
