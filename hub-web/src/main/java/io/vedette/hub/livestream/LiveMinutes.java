package io.vedette.hub.livestream;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quotas;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * The quota of live minutes. A view takes each minute when it begins, by one conditional update: whoever finds the last one taken
 * gets none. Months are those of UTC, because the sites of a tenant may lie in several zones.
 */
@Singleton
public class LiveMinutes {
    private final TenantWork work;
    private final Quotas quotas;
    private final Clock clock;

    @Inject
    public LiveMinutes(TenantWork work, Quotas quotas, Clock clock) {
        this.work = work;
        this.quotas = quotas;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(LiveUse.class);
    }

    /** Of this month. */
    public long used(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select u.minutes from LiveUse u where u.tenant = :tenant and u.month = :month", Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("month", month(clock))
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** The month that counts now, by its first day. */
    public static LocalDate month(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(1);
    }

    /** Takes the minute that a view begins; refuses when none is left. */
    void take(TenantId tenant) {
        long most = quotas.allowed(tenant, Limit.LIVE_MINUTES).orElse(Long.MAX_VALUE);
        if (!taken(tenant, most)) {
            begin(tenant);
            if (!taken(tenant, most)) {
                throw quotas.full(tenant, Limit.LIVE_MINUTES, used(tenant));
            }
        }
    }

    private boolean taken(TenantId tenant, long most) {
        return work.entities(tenant)
                        .createQuery("update LiveUse u set u.minutes = u.minutes + 1"
                                + " where u.tenant = :tenant and u.month = :month and u.minutes < :most")
                        .setParameter("tenant", tenant.value())
                        .setParameter("month", month(clock))
                        .setParameter("most", most)
                        .executeUpdate()
                > 0;
    }

    /** The first of a month; of two who are it, one makes the row. */
    private void begin(TenantId tenant) {
        work.entities(tenant)
                .createQuery("insert into LiveUse (tenant, month, minutes) select t.id, :month, 0L from Tenant t"
                        + " where t.id = :tenant on conflict do nothing")
                .setParameter("tenant", tenant.value())
                .setParameter("month", month(clock))
                .executeUpdate();
    }
}
