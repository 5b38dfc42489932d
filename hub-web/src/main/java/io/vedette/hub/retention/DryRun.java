package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** What would go, and where it leads, without any of it happening. Within a tenant's work. */
@Singleton
public class DryRun {
    private final RetentionRules rules;
    private final PlanRetention planning;

    @Inject
    public DryRun(RetentionRules rules, PlanRetention planning) {
        this.rules = rules;
        this.planning = planning;
    }

    /**
     * What came of it.
     *
     * @param moves what moves to another place
     */
    public record Came(Plan plan, Forecast forecast, Plan.Share moves) {}

    /** As the rules are. */
    public Came now(TenantId tenant) {
        return of(tenant, rules.all(tenant));
    }

    /** As they would be with this one. */
    public Came with(TenantId tenant, Scope scope, Terms terms) {
        return of(tenant, rules.with(tenant, scope, terms));
    }

    private Came of(TenantId tenant, List<RetentionRule> set) {
        return new Came(planning.plan(tenant, set), planning.forecast(tenant, set), planning.moves(tenant, set));
    }
}
