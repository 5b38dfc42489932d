package io.vedette.hub.vaults.accounts;

import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A key pair in the list of its owner.
 *
 * @param kind name of its {@link AccountKind}
 * @param site what the site is called; empty when it is gone
 * @param directory what counts whatever an agent says; empty: what the agent says
 * @param sentMegabytes since midnight of UTC
 * @param dayMegabytes null without end, as {@code dayRecordings} and {@code quotaMegabytes}
 * @param usedAt null when it never was used
 */
public record AccountLine(
        String id,
        String name,
        String kind,
        String accessKey,
        String site,
        String directory,
        boolean enabled,
        long sentMegabytes,
        int sentRecordings,
        @Nullable Long dayMegabytes,
        @Nullable Integer dayRecordings,
        int cameras,
        @Nullable Long quotaMegabytes,
        Moment madeAt,
        @Nullable Moment usedAt) {
    private static final long MEGABYTE = 1_000_000;

    static AccountLine of(VaultAccount account, String site, Instant now, Locale language) {
        Long day = account.limits().dayBytes();
        Long quota = account.limits().quotaBytes();
        return new AccountLine(
                account.id().toString(),
                account.name(),
                account.kind().name(),
                account.accessKey().text(),
                site,
                account.directory().orElse(""),
                account.enabled(),
                account.sentToday(now).bytes() / MEGABYTE,
                account.sentToday(now).recordings(),
                day == null ? null : day / MEGABYTE,
                account.limits().dayRecordings(),
                account.limits().cameras(),
                quota == null ? null : quota / MEGABYTE,
                Moment.of(account.madeAt(), ZoneOffset.UTC, now, language),
                account.usedAt()
                        .map(at -> Moment.of(at, ZoneOffset.UTC, now, language))
                        .orElse(null));
    }
}
