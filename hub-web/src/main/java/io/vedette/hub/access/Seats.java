package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quotas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;

/**
 * Who counts as an account of a tenant. The organisation at the identity provider may have more members; they count from the
 * first time they come in, which is as early as they can be refused without asking over the network.
 */
@Singleton
public class Seats {
    private final TenantWork work;
    private final Quotas quotas;
    private final Clock clock;

    @Inject
    public Seats(TenantWork work, Clock clock) {
        this.work = work;
        this.quotas = new Quotas(work);
        this.clock = clock;
    }

    /** Accounts that have come in, and open invitations. */
    public long used(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select (select count(s) from Seat s where s.tenant = t.id)"
                                + " + (select count(i) from Invitation i where i.tenant = t.id and i.acceptedAt is null"
                                + " and i.until > :now) from Tenant t where t.id = :tenant",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** Whether there is room to invite one more; refuses when there is none. */
    void demandRoom(TenantId tenant) {
        quotas.demand(tenant, Limit.ACCOUNTS, () -> used(tenant));
    }

    /** Whoever comes in: once they have their seat they keep it, and an owner gets one in any case. Refuses when all are taken. */
    void arrive(Viewer viewer) {
        if (taken(viewer.tenant(), viewer.subject())) {
            return;
        }
        TenantId tenant = viewer.tenant();
        if (!viewer.role().owns() && !quotas.room(tenant, Limit.ACCOUNTS, () -> used(tenant), 1)) {
            throw new Refusal(
                    Problem.NO_SEAT,
                    used(tenant),
                    quotas.allowed(tenant, Limit.ACCOUNTS).orElse(0));
        }
        take(viewer.tenant(), viewer.subject());
    }

    /** Two requests of one person at once take one. */
    void take(TenantId tenant, Subject subject) {
        work.entities(tenant)
                .createQuery("insert into Seat (tenant, subject, since) select t.id, :subject, :now from Tenant t"
                        + " where t.id = :tenant on conflict do nothing")
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    void leave(TenantId tenant, Subject subject) {
        work.entities(tenant)
                .createQuery("delete from Seat s where s.tenant = :tenant and s.subject = :subject")
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .executeUpdate();
    }

    private boolean taken(TenantId tenant, Subject subject) {
        return !work.entities(tenant)
                .createQuery(
                        "select s.since from Seat s where s.tenant = :tenant and s.subject = :subject", Object.class)
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .getResultList()
                .isEmpty();
    }
}
