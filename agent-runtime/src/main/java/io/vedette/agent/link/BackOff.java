package io.vedette.agent.link;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before the next connection: full jitter, doubling, at most a minute. Only a connection that stayed
 * healthy for a minute makes the next wait short again, or a hub that falls over at each hello would never come up.
 * One thread.
 */
final class BackOff {
    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration CAP = Duration.ofSeconds(60);
    private static final Duration FINAL = Duration.ofMinutes(15);
    private static final Duration SOMEBODY_LOOKS = Duration.ofSeconds(10);
    private static final Duration HEALTHY = Duration.ofSeconds(60);

    private final RandomGenerator random;
    private int failures;

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    Duration after(LinkEnd end) {
        if (end.online().compareTo(HEALTHY) >= 0) {
            failures = 0;
        }
        Duration asked = end.returnWithin();
        if (asked != null) {
            failures = 0;
            return upTo(asked.compareTo(CAP) > 0 ? CAP : asked);
        }
        return switch (end.kind()) {
            // Asking often does not help, giving up would need a person to come by: slowly.
            case UNKNOWN_AGENT, REPLACED, FALSE_HUB -> CAP;
            // final as far as a machine can tell; a person who changed the row back has time
            case REVOKED -> FINAL;
            case UNCONFIRMED -> SOMEBODY_LOOKS;
            case LOST -> {
                Duration most = FIRST.multipliedBy(1L << Math.min(failures, 5));
                failures++;
                yield upTo(most.compareTo(CAP) > 0 ? CAP : most);
            }
        };
    }

    private Duration upTo(Duration most) {
        return Duration.ofNanos(random.nextLong(Math.max(1, most.toNanos())));
    }
}
