package io.vedette.hub.vaults.accounts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.vaults.StorageProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key pair that sends recordings; never its secret.
 *
 * @param site where new cameras appear; absent when it is gone
 * @param provider absent: wherever the tenant keeps recordings
 * @param directory absent: what the agent says
 * @param dayBytes this and the other limits: absent without end
 * @param sentBytes since midnight of UTC
 * @param usedAt to the minute; absent when it never was
 */
public record VaultAccountDocument(
        String id,
        String name,
        AccountKind kind,
        String accessKey,
        @Nullable String site,
        @Nullable String provider,
        @Nullable String directory,
        @Nullable Long dayBytes,
        @Nullable Integer dayRecordings,
        @Nullable Long quotaBytes,
        int cameras,
        boolean enabled,
        long sentBytes,
        int sentRecordings,
        Instant madeAt,
        @Nullable Instant usedAt) {

    static VaultAccountDocument of(VaultAccount account, Instant now) {
        AccountLimits limits = account.limits();
        VaultAccount.Sent sent = account.sentToday(now);
        return new VaultAccountDocument(
                account.id().toString(),
                account.name(),
                account.kind(),
                account.accessKey().text(),
                account.site().map(SiteId::toString).orElse(null),
                account.provider().map(StorageProviderId::toString).orElse(null),
                account.directory().orElse(null),
                limits.dayBytes(),
                limits.dayRecordings(),
                limits.quotaBytes(),
                limits.cameras(),
                account.enabled(),
                sent.bytes(),
                sent.recordings(),
                account.madeAt(),
                account.usedAt().orElse(null));
    }

    /** All of them: there are never so many that they come in pages. */
    public record VaultAccountList(List<VaultAccountDocument> accounts) {}

    /** The one answer that holds the secret. */
    public record FreshVaultAccount(String accessKey, String secretKey, VaultAccountDocument about) {
        static FreshVaultAccount of(VaultAccounts.Made made, Instant now) {
            return new FreshVaultAccount(
                    made.pair().accessKey().text(),
                    made.pair().secret().reveal(),
                    VaultAccountDocument.of(made.account(), now));
        }

        @Override
        public String toString() {
            return "FreshVaultAccount[" + about + "]";
        }
    }

    /**
     * On what terms it sends from now on.
     *
     * @param cameras how many may appear by themselves; 10 when left out
     */
    public record VaultAccountTerms(
            String site,
            @JsonSetter(nulls = Nulls.SET) @Nullable String provider,
            @JsonSetter(nulls = Nulls.SET) @Nullable String directory,
            @JsonSetter(nulls = Nulls.SET) @Nullable Long dayBytes,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer dayRecordings,
            @JsonSetter(nulls = Nulls.SET) @Nullable Long quotaBytes,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer cameras) {
        @JsonCreator
        public VaultAccountTerms {}

        /** Throws {@link IllegalArgumentException} for what cannot be. */
        AccountTerms terms() {
            return new AccountTerms(
                    SiteId.of(site),
                    Optional.ofNullable(provider).map(StorageProviderId::of),
                    Optional.ofNullable(directory).map(Directory::new),
                    new AccountLimits(
                            dayBytes,
                            dayRecordings,
                            quotaBytes,
                            cameras == null ? AccountLimits.USUAL_CAMERAS : cameras));
        }
    }

    /**
     * A key pair that somebody wants.
     *
     * @param cameras how many may appear by themselves; 10 when left out
     */
    public record NewVaultAccount(
            String name,
            AccountKind kind,
            String site,
            @JsonSetter(nulls = Nulls.SET) @Nullable String provider,
            @JsonSetter(nulls = Nulls.SET) @Nullable String directory,
            @JsonSetter(nulls = Nulls.SET) @Nullable Long dayBytes,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer dayRecordings,
            @JsonSetter(nulls = Nulls.SET) @Nullable Long quotaBytes,
            @JsonSetter(nulls = Nulls.SET) @Nullable Integer cameras) {
        @JsonCreator
        public NewVaultAccount {}

        /** Throws {@link IllegalArgumentException} for what cannot be. */
        AccountWish wish() {
            var terms = new VaultAccountTerms(site, provider, directory, dayBytes, dayRecordings, quotaBytes, cameras);
            return new AccountWish(new Name(name), kind, terms.terms());
        }
    }
}
