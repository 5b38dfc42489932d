package io.vedette.hub.audit;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.audit.AuditHead.Link;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** The rows of a tenant's log: the newest first for people, in order for whoever verifies them. */
@Singleton
public class AuditLog {
    private final TenantWork work;

    @Inject
    public AuditLog(TenantWork work) {
        this.work = work;
    }

    @Produces
    static Entities entities() {
        return Entities.of(AuditEntry.class, AuditHead.class);
    }

    /**
     * Rows before a number, the newest first, for whoever delegates.
     *
     * @param before its number is smaller than this
     */
    public List<AuditEntry> page(Viewer viewer, AuditFilter filter, long before, int most) {
        viewer.must(Permission.AUDIT);
        return work.entities(viewer.tenant())
                .createQuery("""
                        select e from AuditEntry e
                        where e.tenant = :tenant and e.seq < :before
                          and (:anybody = true or e.actorId = :actor or lower(e.actorName) like :who escape '!')
                          and (:anything = true or e.action in :actions)
                          and (:anywhere = true or cast(e.camera as string) = :camera or lower(e.cameraName) like :where escape '!')
                          and e.at >= :from and e.at < :to
                        order by e.seq desc
                        """, AuditEntry.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("before", before)
                .setParameter("anybody", filter.who().isEmpty())
                .setParameter("actor", filter.who().orElse(""))
                .setParameter("who", AuditFilter.pattern(filter.who()))
                .setParameter("anything", filter.kinds().isEmpty())
                .setParameter("actions", filter.words())
                .setParameter("anywhere", filter.camera().isEmpty())
                .setParameter("camera", filter.camera().orElse(""))
                .setParameter("where", AuditFilter.pattern(filter.camera()))
                .setParameter("from", filter.from())
                .setParameter("to", filter.to())
                .setMaxResults(most)
                .getResultList();
    }

    /** Where the log ends: what the head says, and the last row there is; both of one moment. */
    record Ends(Link head, long last) {}

    Ends ends(TenantId tenant) {
        Long last = work.entities(tenant)
                .createQuery("select coalesce(max(e.seq), 0) from AuditEntry e where e.tenant = :tenant", Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult();
        Link head = head(tenant);
        // a row that was added after the first question is within the head of the second
        return new Ends(head, last);
    }

    Link head(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select h from AuditHead h where h.tenant = :tenant", AuditHead.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .findFirst()
                .map(AuditHead::link)
                .orElse(Link.BEGIN);
    }

    List<AuditEntry> following(TenantId tenant, long after, long upTo, int most) {
        return work.entities(tenant)
                .createQuery(
                        "select e from AuditEntry e where e.tenant = :tenant and e.seq > :after and e.seq <= :upTo order by e.seq",
                        AuditEntry.class)
                .setParameter("tenant", tenant.value())
                .setParameter("after", after)
                .setParameter("upTo", upTo)
                .setMaxResults(most)
                .getResultList();
    }
}
