package io.vedette.hub.reconcile;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.tenancy.Tenants;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes on with comparisons that nobody is at: fresh ones, and those whose hub has died or whose store was away. */
@Singleton
public class ReconcileAll {
    private static final Logger LOG = LoggerFactory.getLogger(ReconcileAll.class);
    /** They read whole stores: the hub has other things to do as well. */
    private static final int AT_ONCE = 2;

    private final TenantWork work;
    private final Tenants tenants;
    private final ReconcileRuns runs;
    private final RunReconcile reconcile;
    private final Clock clock;
    private final Set<ReconcileRunId> running = ConcurrentHashMap.newKeySet();
    private final Semaphore free = new Semaphore(AT_ONCE);

    @Inject
    public ReconcileAll(TenantWork work, Tenants tenants, ReconcileRuns runs, RunReconcile reconcile, Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.runs = runs;
        this.reconcile = reconcile;
        this.clock = clock;
    }

    /** To be called every few seconds. Returns at once. */
    public void run() {
        for (TenantId tenant : tenants.all()) {
            work.as(tenant, () -> runs.all(tenant)).stream()
                    .filter(run -> run.waits(clock.instant()))
                    .map(ReconcileRun::id)
                    .filter(id -> free.tryAcquire() && (running.add(id) || given()))
                    .forEach(id -> Thread.ofVirtual().name("reconcile-" + id).start(() -> run(tenant, id)));
        }
    }

    /** Already under way here: its place is given back. */
    private boolean given() {
        free.release();
        return false;
    }

    private void run(TenantId tenant, ReconcileRunId id) {
        try {
            reconcile.run(tenant, id);
        } catch (RuntimeException e) {
            // one that fails must not keep the others waiting; it is taken up again when it is not held any more
            LOG.error("comparison {} of tenant {} has failed", id, tenant, e);
        } finally {
            running.remove(id);
            free.release();
        }
    }
}
