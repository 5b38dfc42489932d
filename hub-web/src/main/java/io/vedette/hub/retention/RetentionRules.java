package io.vedette.hub.retention;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of a tenant: read, set, taken away. Within a tenant's work. */
@Singleton
public class RetentionRules {
    private final TenantWork work;
    private final Sites sites;
    private final Cameras cameras;
    private final StorageProviders providers;
    private final Clock clock;

    @Inject
    public RetentionRules(TenantWork work, Sites sites, Cameras cameras, StorageProviders providers, Clock clock) {
        this.work = work;
        this.sites = sites;
        this.cameras = cameras;
        this.providers = providers;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(RetentionRule.class, RetentionRun.class);
    }

    /** That of the tenant first, then those of sites, then those of cameras. */
    public List<RetentionRule> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select r from RetentionRule r where r.tenant = :tenant order by r.id", RetentionRule.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .sorted(Comparator.comparingInt(rule -> rule.scope().nearness()))
                .toList();
    }

    public Optional<RetentionRule> on(TenantId tenant, Scope scope) {
        return all(tenant).stream().filter(rule -> rule.scope().equals(scope)).findFirst();
    }

    /** The rule, or the refusal "not found". */
    public RetentionRule get(TenantId tenant, RuleId id) {
        return all(tenant).stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** The rules as they would be with this one in place of what is set there now. */
    public List<RetentionRule> with(TenantId tenant, Scope scope, Terms terms) {
        List<RetentionRule> rules = new ArrayList<>(all(tenant));
        rules.removeIf(rule -> rule.scope().equals(scope));
        rules.add(new RetentionRule(RuleId.fresh(), scope, terms, clock.instant()));
        return List.copyOf(rules);
    }

    /** Takes the place of what was set there. What has to go by it goes at the next run. */
    public RetentionRule set(Viewer viewer, Scope scope, Terms terms) {
        viewer.must(Permission.OWN);
        String name = name(viewer, scope);
        there(viewer, terms);
        RetentionRule rule = on(viewer.tenant(), scope).orElse(null);
        if (rule == null) {
            rule = new RetentionRule(RuleId.fresh(), scope, terms, clock.instant());
            work.entities(viewer.tenant()).persist(rule);
        } else {
            rule.become(terms, clock.instant());
        }
        work.note(rule.deed(DeedKind.RETENTION_SET, name));
        return rule;
    }

    /** What is moved to is there, or the refusal "not found". */
    public void there(Viewer viewer, Terms terms) {
        terms.archive().ifPresent(one -> {
            var unused = providers.get(viewer.tenant(), one.to());
        });
    }

    public void remove(Viewer viewer, RuleId id) {
        viewer.must(Permission.OWN);
        RetentionRule rule = get(viewer.tenant(), id);
        work.note(rule.deed(DeedKind.RETENTION_REMOVED, name(viewer, rule.scope())));
        work.entities(viewer.tenant()).remove(rule);
    }

    /** As it is called now, a star for everything; what is not there is the refusal "not found". */
    public String name(Viewer viewer, Scope scope) {
        return switch (scope) {
            case Scope.Everything everything -> "*";
            case Scope.OneSite one -> sites.get(viewer, one.site()).name();
            case Scope.OneCamera one -> cameras.get(viewer, one.camera()).name();
        };
    }
}
