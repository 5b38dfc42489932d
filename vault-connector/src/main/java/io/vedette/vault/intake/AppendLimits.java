package io.vedette.vault.intake;

import java.time.Duration;

/** How much one append may bring, in bytes, and how long it may take in all. */
public record AppendLimits(long maxBytes, Duration total) {
    public AppendLimits {
        if (maxBytes < 1 || !total.isPositive()) {
            throw new IllegalArgumentException("a limit is more than nothing");
        }
    }
}
