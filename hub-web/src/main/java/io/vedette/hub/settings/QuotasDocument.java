package io.vedette.hub.settings;

import io.vedette.hub.settings.TenantUse.Use;
import io.vedette.hub.tenancy.Quota;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant may use and does use, for programs.
 *
 * @param month the first day of the month whose live minutes are counted, in UTC
 */
public record QuotasDocument(LocalDate month, List<QuotaDocument> quotas) {
    /**
     * Of one thing.
     *
     * @param quota cameras, accounts, stored-bytes, live-minutes
     * @param allowed absent when there is no end
     * @param reason why it is so much; absent with it
     */
    public record QuotaDocument(
            String quota,
            long used,
            @Nullable Long allowed,
            @Nullable String reason) {
        public static QuotaDocument of(Use use) {
            return new QuotaDocument(
                    use.what().word(),
                    use.used(),
                    use.quota().map(Quota::allowed).orElse(null),
                    use.quota().map(Quota::reason).orElse(null));
        }
    }

    static QuotasDocument of(LocalDate month, List<Use> uses) {
        return new QuotasDocument(month, uses.stream().map(QuotaDocument::of).toList());
    }
}
