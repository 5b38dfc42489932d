package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** What the vaults of sites send on by themselves. Within a tenant's work. */
@Singleton
public class ForwardRules {
    private final TenantWork work;
    private final Sites sites;
    private final Cameras cameras;

    @Inject
    public ForwardRules(TenantWork work, Sites sites, Cameras cameras) {
        this.work = work;
        this.sites = sites;
        this.cameras = cameras;
    }

    @Produces
    static Entities entities() {
        return Entities.of(ForwardRuleRow.class);
    }

    /** Empty: it sends what somebody asks for, and nothing by itself. */
    public Optional<ForwardRule> of(TenantId tenant, SiteId site) {
        return Optional.ofNullable(work.entities(tenant).find(ForwardRuleRow.class, site.value()))
                .map(ForwardRuleRow::rule);
    }

    /** Of owners alone. Names cameras of that site alone; counts for what comes from now on. */
    public void set(Viewer viewer, SiteId id, Optional<ForwardRule> rule) {
        Site site = sites.get(viewer, id);
        viewer.must(Permission.OWN);
        rule.ifPresent(one -> one.cameras().forEach(camera -> ofSite(viewer, id, camera)));
        var entities = work.entities(viewer.tenant());
        Optional<ForwardRuleRow> before = Optional.ofNullable(entities.find(ForwardRuleRow.class, id.value()));
        if (rule.isEmpty()) {
            before.ifPresent(entities::remove);
        } else {
            ForwardRuleRow row = before.orElseGet(() -> new ForwardRuleRow(id));
            row.become(rule.get());
            if (before.isEmpty()) {
                entities.persist(row);
            }
        }
        work.note(Deed.of(DeedKind.EDGE_VAULT_RULE_SET, "site", id, site.name())
                .with("rule", rule.map(ForwardRule::toString).orElse("")));
    }

    private void ofSite(Viewer viewer, SiteId site, CameraId camera) {
        if (!cameras.get(viewer, camera).site().equals(site)) {
            throw new IllegalArgumentException("a camera of another site");
        }
    }
}
