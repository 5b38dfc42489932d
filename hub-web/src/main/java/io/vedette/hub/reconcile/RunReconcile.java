package io.vedette.hub.reconcile;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.reconcile.Difference;
import io.vedette.vault.reconcile.Folder;
import io.vedette.vault.reconcile.Reconcile;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does a comparison, or goes on with one, until it is done, called off, or the store does not answer. */
@Singleton
public class RunReconcile {
    private static final Logger LOG = LoggerFactory.getLogger(RunReconcile.class);
    private static final Duration AGAIN = Duration.ofMinutes(2);
    private static final Duration SIGN_OF_LIFE = Duration.ofMinutes(1);

    private final TenantWork work;
    private final ReconcileRuns runs;
    private final Uploads uploads;
    private final Stores stores;
    private final Clock clock;

    @Inject
    public RunReconcile(TenantWork work, ReconcileRuns runs, Uploads uploads, Stores stores, Clock clock) {
        this.work = work;
        this.runs = runs;
        this.uploads = uploads;
        this.stores = stores;
        this.clock = clock;
    }

    /** Somebody has called it off, or another hub has taken it over. */
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** May take hours. Does nothing when another hub is at it. Outside any tenant's work. */
    public void run(TenantId tenant, ReconcileRunId id) {
        if (!taken(tenant, id)) {
            return;
        }
        try {
            ReconcileRun run = work.as(tenant, () -> runs.get(tenant, id));
            var index = new RecordingIndex(work, uploads, tenant, run.provider());
            change(tenant, id, now -> now.begins(index.folders().size()));
            var reconcile =
                    new Reconcile(stores.at(tenant, run.provider()), index, run.reading(), new Writing(tenant, id));
            reconcile.run(tenant, run.folder());
            change(tenant, id, now -> now.ends(ReconcileRun.State.DONE, clock.instant()));
            LOG.info("comparison {} of tenant {} is done", id, tenant);
        } catch (Over over) {
            LOG.info("comparison {} of tenant {} was called off", id, tenant);
        } catch (BlobStoreFault fault) {
            LOG.warn("comparison {} of tenant {} cannot go on: {}", id, tenant, fault.getMessage());
            stopped(tenant, id, String.valueOf(fault.getMessage()));
        }
    }

    private boolean taken(TenantId tenant, ReconcileRunId id) {
        return work.as(tenant, () -> {
            Optional<ReconcileRun> run = runs.lock(tenant, id).filter(one -> one.waits(clock.instant()));
            run.ifPresent(one -> one.held(clock.instant()));
            return run.isPresent();
        });
    }

    private void stopped(TenantId tenant, ReconcileRunId id, String why) {
        try {
            change(tenant, id, now -> now.stopped(why, clock.instant().plus(AGAIN)));
        } catch (Over over) {
            LOG.debug("comparison {} was called off meanwhile", id);
        }
    }

    /** A change of a row that is still ours to change. */
    private interface Change {
        void on(ReconcileRun run);
    }

    private void change(TenantId tenant, ReconcileRunId id, Change change) {
        work.run(
                tenant,
                () -> change.on(runs.lock(tenant, id)
                        .filter(run -> run.state() == ReconcileRun.State.RUNNING)
                        .orElseThrow(Over::new)));
    }

    /** Writes down how far it is, a folder at a time and in between that it is alive. */
    private final class Writing implements Reconcile.Watcher {
        private final TenantId tenant;
        private final ReconcileRunId id;
        private long read;
        private Instant lastSign = clock.instant();

        Writing(TenantId tenant, ReconcileRunId id) {
            this.tenant = tenant;
            this.id = id;
        }

        @Override
        public void read(long bytes) {
            read += bytes;
            Instant now = clock.instant();
            if (Duration.between(lastSign, now).compareTo(SIGN_OF_LIFE) > 0) {
                lastSign = now;
                change(tenant, id, run -> run.read(read, now));
                read = 0;
            }
        }

        @Override
        public void done(Folder folder, long blobs, List<Difference> differences) {
            change(tenant, id, run -> {
                long room = ReconcileRuns.FINDINGS - Math.min(ReconcileRuns.FINDINGS, run.found());
                differences.stream()
                        .limit(room)
                        .forEach(one -> work.entities(tenant).persist(new Finding(id, one)));
                run.done(folder, blobs, differences.size(), read, clock.instant());
            });
            read = 0;
            lastSign = clock.instant();
        }
    }
}
