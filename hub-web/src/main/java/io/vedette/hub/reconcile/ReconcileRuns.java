package io.vedette.hub.reconcile;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.vaults.StorageProvider;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.StorageProviders;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Comparisons: begun, called off, read. Within a tenant's work. */
@Singleton
public class ReconcileRuns {
    /** Of each place; the ones before go when one begins. */
    private static final int KEPT = 5;
    /** What is kept of each; how many there were is counted in any case. */
    static final int FINDINGS = 1000;

    private final TenantWork work;
    private final StorageProviders providers;
    private final Clock clock;

    @Inject
    public ReconcileRuns(TenantWork work, StorageProviders providers, Clock clock) {
        this.work = work;
        this.providers = providers;
        this.clock = clock;
    }

    @Produces
    static Entities entities() {
        return Entities.of(ReconcileRun.class, Finding.class);
    }

    /** The latest first. */
    public List<ReconcileRun> all(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select r from ReconcileRun r where r.tenant = :tenant order by r.begunAt desc, r.id desc",
                        ReconcileRun.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public Optional<ReconcileRun> find(TenantId tenant, ReconcileRunId id) {
        return Optional.ofNullable(work.entities(tenant).find(ReconcileRun.class, id.value()));
    }

    /** The comparison, or the refusal "not found". */
    public ReconcileRun get(TenantId tenant, ReconcileRunId id) {
        return find(tenant, id).orElseThrow(Refusal::notFound);
    }

    /** As it is now, and nobody else changes it until the transaction ends. */
    Optional<ReconcileRun> lock(TenantId tenant, ReconcileRunId id) {
        Optional<ReconcileRun> found = find(tenant, id);
        found.ifPresent(run -> work.entities(tenant).refresh(run, LockModeType.PESSIMISTIC_WRITE));
        return found;
    }

    public List<Finding> findings(TenantId tenant, ReconcileRunId id, int most) {
        return work.entities(tenant)
                .createQuery(
                        "select f from Finding f where f.tenant = :tenant and f.run = :run order by f.blob",
                        Finding.class)
                .setParameter("tenant", tenant.value())
                .setParameter("run", id.value())
                .setMaxResults(most)
                .getResultList();
    }

    /**
     * {@link Problem#CONFLICT} while one is under way there.
     *
     * @param provider empty: the hub's own folder
     * @param reading whether every byte is read, which takes as long as fetching all of it
     */
    public ReconcileRun begin(Viewer viewer, Optional<StorageProviderId> provider, boolean reading) {
        viewer.must(Permission.OWN);
        String name = provider.map(id -> providers.get(viewer.tenant(), id))
                .map(StorageProvider::name)
                .orElse("");
        List<ReconcileRun> there = all(viewer.tenant()).stream()
                .filter(run -> run.provider().equals(provider))
                .toList();
        if (there.stream().anyMatch(run -> run.state() == ReconcileRun.State.RUNNING)) {
            throw new Refusal(Problem.CONFLICT);
        }
        there.stream().skip(KEPT - 1).forEach(work.entities(viewer.tenant())::remove);
        var run = new ReconcileRun(ReconcileRunId.fresh(), provider, name, reading, clock.instant());
        work.entities(viewer.tenant()).persist(run);
        work.note(deed(DeedKind.RECONCILE_BEGUN, run).with("reading", reading ? "yes" : "no"));
        return run;
    }

    /** What it has found so far stays. One that has ended stays as it is. */
    public void cancel(Viewer viewer, ReconcileRunId id) {
        viewer.must(Permission.OWN);
        ReconcileRun run = lock(viewer.tenant(), id).orElseThrow(Refusal::notFound);
        if (run.state() == ReconcileRun.State.RUNNING) {
            run.ends(ReconcileRun.State.CANCELLED, clock.instant());
            work.note(deed(DeedKind.RECONCILE_CANCELLED, run));
        }
    }

    private static Deed deed(DeedKind kind, ReconcileRun run) {
        return Deed.of(kind, "storage", run.id(), run.placeName());
    }
}
