package io.vedette.hub.vaults.accounts;

import org.jspecify.annotations.Nullable;

/**
 * How much an account may bring. What is null has no end but the tenant's own quotas.
 *
 * @param dayBytes in a day of UTC
 * @param dayRecordings in a day of UTC
 * @param quotaBytes of what is stored of its cameras at one time
 * @param cameras how many may appear by themselves; 0: none do any more
 */
public record AccountLimits(
        @Nullable Long dayBytes,
        @Nullable Integer dayRecordings,
        @Nullable Long quotaBytes,
        int cameras) {
    public static final int MOST_CAMERAS = 1000;
    public static final int USUAL_CAMERAS = 10;
    public static final AccountLimits USUAL = new AccountLimits(null, null, null, USUAL_CAMERAS);

    public AccountLimits {
        if ((dayBytes != null && dayBytes < 1)
                || (dayRecordings != null && dayRecordings < 1)
                || (quotaBytes != null && quotaBytes < 1)
                || cameras < 0
                || cameras > MOST_CAMERAS) {
            throw new IllegalArgumentException("a limit is more than nothing, and cameras are at most 1000");
        }
    }
}
