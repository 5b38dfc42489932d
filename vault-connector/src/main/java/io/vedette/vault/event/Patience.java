package io.vedette.vault.event;

import java.time.Duration;

/** How long a publisher's call may take in all, from a second to two minutes. */
public record Patience(Duration total) {
    /** Longer than a broker's failover takes, and shorter than anybody waits. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30));

    public Patience {
        if (total.compareTo(Duration.ofSeconds(1)) < 0 || total.compareTo(Duration.ofMinutes(2)) > 0) {
            throw new IllegalArgumentException("a call may take a second to two minutes");
        }
    }

    /** A part of it, for a step of which there may be several. */
    public Duration part(int parts) {
        return total.dividedBy(parts);
    }
}
