package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Tenants;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.PartsId;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes away what agents sent straight to a store for an upload that came to nothing, or that goes another way now. The row remembers it until the store has
 * done so. Outside any transaction.
 */
@Singleton
public class EndParts {
    private static final Logger LOG = LoggerFactory.getLogger(EndParts.class);
    /** Of a tenant; the others follow at the next look. */
    private static final int AT_ONCE = 200;

    private final TenantWork work;
    private final Tenants tenants;
    private final Uploads uploads;
    private final Stores stores;
    private final Clock clock;

    @Inject
    public EndParts(TenantWork work, Tenants tenants, Uploads uploads, Stores stores, Clock clock) {
        this.work = work;
        this.tenants = tenants;
        this.uploads = uploads;
        this.stores = stores;
        this.clock = clock;
    }

    private record Left(BlobKey key, Optional<StorageProviderId> place, PartsId parts) {}

    /** What is over, of all tenants. To be called every minute. */
    public void run() {
        for (TenantId tenant : tenants.all()) {
            for (UploadId upload : work.as(tenant, () -> uploads.overWithParts(tenant, AT_ONCE))) {
                if (!ended(tenant, upload)) {
                    break; // each waits its minute for a store that is away, and everybody's upkeep with it
                }
            }
        }
    }

    private boolean ended(TenantId tenant, UploadId upload) {
        try {
            of(tenant, upload);
            return true;
        } catch (BlobStoreFault fault) {
            LOG.warn("the parts of upload {}, which is over, are still in their store: {}", upload, fault.getMessage());
            return false;
        }
    }

    /** Of this one, wherever it stands. Throws {@link BlobStoreFault} when the store does not do it now. */
    void of(TenantId tenant, UploadId upload) {
        Optional<Left> left = work.as(tenant, () -> uploads.find(tenant, upload).flatMap(EndParts::left));
        left.ifPresent(one -> end(tenant, upload, one));
    }

    /** Of this one, whose bytes come through the hub from now on, whether the store takes its parts away now or in its nightly clearing. */
    void insteadOfThem(TenantId tenant, UploadId upload) {
        Optional<Left> left = work.as(tenant, () -> uploads.find(tenant, upload).flatMap(EndParts::left));
        if (left.isEmpty()) {
            return;
        }
        try {
            end(tenant, upload, left.get());
        } catch (BlobStoreFault fault) {
            LOG.info("the parts of upload {} stay in their store for now: {}", upload, fault.getMessage());
            forget(tenant, upload, left.get().parts());
        }
    }

    private static Optional<Left> left(Upload upload) {
        return upload.parts().map(parts -> new Left(upload.fileKey(), upload.provider(), parts));
    }

    private void end(TenantId tenant, UploadId upload, Left left) {
        stores.at(tenant, left.place()).inParts().ifPresent(parts -> parts.abort(left.key(), left.parts()));
        forget(tenant, upload, left.parts());
    }

    private void forget(TenantId tenant, UploadId upload, PartsId parts) {
        work.run(tenant, () -> uploads.lock(tenant, upload).ifPresent(row -> row.partsGivenUp(parts, clock.instant())));
    }
}
