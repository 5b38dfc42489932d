package io.vedette.hub.tenancy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.QuotaFull;
import io.vedette.hub.platform.web.Refusal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/**
 * What tenants may use. Each feature counts its own use, and asks here in the transaction that would use more: the quota's row is
 * locked before anything is counted, so that of two who ask for the last one at once the second finds it taken.
 */
@Singleton
public class Quotas {
    private static final int LONGEST_REASON = 200;

    private final TenantWork work;

    @Inject
    public Quotas(TenantWork work) {
        this.work = work;
    }

    @Produces
    static Entities entities() {
        return Entities.of(Quota.class);
    }

    /** Those that are set. */
    public Map<Limit, Quota> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery("select q from Quota q where q.tenant = :tenant", Quota.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .collect(Collectors.toMap(Quota::what, quota -> quota));
    }

    /** As it is now; empty when there is no end. */
    public OptionalLong allowed(TenantId tenant, Limit what) {
        return read(tenant, what, LockModeType.NONE);
    }

    /**
     * Whether so much more may be used. Where a quota is set nobody else uses more of it until this transaction ends.
     *
     * @param used counts; asked only where a quota is set, and only once it is locked
     */
    public boolean room(TenantId tenant, Limit what, LongSupplier used, long more) {
        OptionalLong allowed = read(tenant, what, LockModeType.PESSIMISTIC_WRITE);
        return allowed.isEmpty() || used.getAsLong() + more <= allowed.getAsLong();
    }

    /** As {@link #room}, for one more; refuses when there is none. */
    public void demand(TenantId tenant, Limit what, LongSupplier used) {
        if (!room(tenant, what, used, 1)) {
            throw full(tenant, what, used.getAsLong());
        }
    }

    /** The refusal that says which quota it is, what is used, what is allowed and what can be done. */
    public Refusal full(TenantId tenant, Limit what, long used) {
        return Refusal.quota(
                new QuotaFull(what.word(), used, allowed(tenant, what).orElse(used)));
    }

    /** @param allowed empty: without end. Less than what is used takes nothing away, and lets nothing more in */
    public void set(TenantId tenant, Limit what, OptionalLong allowed, String reason, Instant now) {
        if (reason.isBlank() || reason.strip().length() > LONGEST_REASON) {
            throw new IllegalArgumentException("a quota has a reason of 1 to 200 characters");
        }
        if (allowed.isPresent() && allowed.getAsLong() < 0) {
            throw new IllegalArgumentException("a quota is not below nothing");
        }
        Optional<Quota> before = find(tenant, what);
        String formerly = before.map(quota -> Long.toString(quota.allowed())).orElse("");
        before.ifPresentOrElse(
                quota -> change(tenant, quota, allowed, reason, now),
                () -> allowed.ifPresent(
                        most -> work.entities(tenant).persist(new Quota(what, most, reason.strip(), now))));
        work.note(Deed.of(DeedKind.QUOTA_SET, "quota", what.word(), "")
                .with("now", allowed.isPresent() ? Long.toString(allowed.getAsLong()) : "")
                .with("formerly", formerly)
                .with("reason", reason.strip()));
    }

    private void change(TenantId tenant, Quota quota, OptionalLong allowed, String reason, Instant now) {
        if (allowed.isPresent()) {
            quota.become(allowed.getAsLong(), reason.strip(), now);
        } else {
            work.entities(tenant).remove(quota);
        }
    }

    private Optional<Quota> find(TenantId tenant, Limit what) {
        return work.entities(tenant)
                .createQuery("select q from Quota q where q.tenant = :tenant and q.what = :what", Quota.class)
                .setParameter("tenant", tenant.value())
                .setParameter("what", what)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    private OptionalLong read(TenantId tenant, Limit what, LockModeType lock) {
        List<Quota> rows = work.entities(tenant)
                .createQuery("select q from Quota q where q.tenant = :tenant and q.what = :what", Quota.class)
                .setParameter("tenant", tenant.value())
                .setParameter("what", what)
                .setLockMode(lock)
                .getResultList();
        return rows.stream().mapToLong(Quota::allowed).findFirst();
    }
}
