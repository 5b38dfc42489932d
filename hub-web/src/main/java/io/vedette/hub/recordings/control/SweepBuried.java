package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.agents.EndAgent;
import io.vedette.hub.cameras.Tombstones;
import io.vedette.hub.integrations.Outbox;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.RecordingsOfCameras;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobStore;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away what is left of cameras that have a tombstone: first what is in the vault, then the rows, last the camera's own.
 * Each step can be done again, so it goes on after a stop wherever it was. Outside any transaction.
 */
@Singleton
public class SweepBuried {
    private static final Logger LOG = LoggerFactory.getLogger(SweepBuried.class);
    private static final int AT_ONCE = 500;

    private final TenantWork work;
    private final Tenants tenants;
    private final Tombstones tombstones;
    private final RecordingsOfCameras recordings;
    private final CancelUpload cancel;
    private final EndAgent ending;
    private final Stores stores;
    private final Outbox outbox;

    @Inject
    public SweepBuried(
            TenantWork work,
            Tenants tenants,
            Tombstones tombstones,
            RecordingsOfCameras recordings,
            CancelUpload cancel,
            EndAgent ending,
            Stores stores,
            Outbox outbox) {
        this.work = work;
        this.tenants = tenants;
        this.tombstones = tombstones;
        this.recordings = recordings;
        this.cancel = cancel;
        this.ending = ending;
        this.stores = stores;
        this.outbox = outbox;
    }

    public void run() {
        for (TenantId tenant : tenants.all()) {
            for (CameraId camera : work.as(tenant, () -> tombstones.buried(tenant))) {
                try {
                    sweep(tenant, camera);
                } catch (RuntimeException e) {
                    // one that cannot be swept must not keep the others waiting; it is tried again
                    LOG.error("what is left of camera {} could not be thrown away", camera, e);
                }
            }
            work.run(tenant, () -> tombstones.forgetSites(tenant));
        }
    }

    private void sweep(TenantId tenant, CameraId camera) {
        work.run(tenant, () -> {
            ending.of(tenant, camera); // one that was paired in the same instant
            recordings.openUploads(tenant, List.of(camera)).forEach(upload -> cancel.now(tenant, upload));
        });
        long objects = empty(tenant, camera);
        long rows = 0;
        int dropped;
        do {
            dropped = work.as(tenant, () -> recordings.drop(tenant, camera, AT_ONCE));
            rows += dropped;
        } while (dropped > 0);
        objects += empty(tenant, camera); // what was on its way while the rows were there
        work.run(tenant, () -> {
            ending.forget(tenant, camera);
            outbox.forget(tenant, camera);
            tombstones.forget(tenant, camera);
        });
        LOG.info("camera {} is gone, with {} objects in the vault and {} rows", camera, objects, rows);
    }

    private long empty(TenantId tenant, CameraId camera) {
        long objects = 0;
        for (BlobStore store : stores.all(tenant)) {
            try (Stream<BlobEntry> blobs = store.list(BlobPrefix.of(tenant, camera))) {
                objects += blobs.peek(blob -> store.delete(blob.key())).count();
            }
        }
        return objects;
    }
}
