package io.vedette.hub.operator;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.operator.Operators.Figures;
import io.vedette.hub.settings.QuotasDocument.QuotaDocument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A tenant from outside, for programs of an operator. */
public record OperatedTenantDocument(String slug, String name, List<QuotaDocument> quotas) {
    static OperatedTenantDocument of(Figures one) {
        return new OperatedTenantDocument(
                one.tenant().slug(),
                one.tenant().name(),
                one.uses().stream().map(QuotaDocument::of).toList());
    }

    /**
     * A page of all tenants.
     *
     * @param next address of the following one; absent at the end
     */
    public record OperatedTenantList(
            List<OperatedTenantDocument> tenants, @Nullable String next) {}

    /**
     * What is to become of a quota.
     *
     * @param allowed absent: no limit
     */
    public record NewQuota(
            @JsonSetter(nulls = Nulls.SET) @Nullable Long allowed, String reason) {
        @JsonCreator
        public NewQuota {}
    }
}
