package io.vedette.hub.audit;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Visits;
import io.vedette.hub.audit.AuditHead.Link;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;

/** Verifies a tenant's log for whoever may ask for it, by the heads that were published as well. */
@Singleton
public class VerifyAudit {
    private final Visits visits;
    private final VerifyChain chain;
    private final PublishedHeads published;
    private final OnePerTenant once = new OnePerTenant();

    @Inject
    VerifyAudit(Visits visits, VerifyChain chain, PublishedHeads published) {
        this.visits = visits;
        this.chain = chain;
        this.published = published;
    }

    /** @param seen by the one who asks, somewhere outside */
    Verdict of(HttpServletRequest request, String slug, List<Link> seen) {
        TenantId tenant = visits.as(request, slug, visit -> {
            visit.must(Permission.AUDIT);
            return visit.viewer().tenant();
        });
        return once.run(tenant, () -> verify(tenant, seen));
    }

    /** Outside the visit's transaction: it takes as long as the log is. */
    private Verdict verify(TenantId tenant, List<Link> seen) {
        List<Link> all = new ArrayList<>(published.of(tenant));
        all.addAll(seen);
        return chain.verify(tenant, all);
    }
}
