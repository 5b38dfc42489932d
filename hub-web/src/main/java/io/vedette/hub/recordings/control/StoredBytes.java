package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadPhase;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Quotas;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The quota of stored bytes. An upload takes its room whole before its first byte, in one transaction with its step to
 * "uploading": from then on it counts, so that several at once never come to more than is allowed, and none is broken off half way.
 */
@Singleton
public class StoredBytes {
    private final TenantWork work;
    private final Uploads uploads;
    private final Quotas quotas;
    private final Clock clock;
    private final Set<UploadId> waiting = ConcurrentHashMap.newKeySet();

    @Inject
    public StoredBytes(TenantWork work, Uploads uploads, Quotas quotas, Clock clock) {
        this.work = work;
        this.uploads = uploads;
        this.quotas = quotas;
        this.clock = clock;
    }

    /** In the vault, from the counts that the database keeps, and on the way into it, of what waits for room as much as came. */
    public long used(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select (select coalesce(sum(r.vaultBytes), 0) from RecordingTotal r where r.tenant = t.id)"
                                + " + (select coalesce(sum(u.bytes), 0) from Upload u where u.tenant = t.id"
                                + " and u.state in :coming) + (select coalesce(sum(u.receivedBytes), 0) from Upload u"
                                + " where u.tenant = t.id and u.state = :waiting) from Tenant t where t.id = :tenant",
                        Long.class)
                .setParameter("tenant", tenant.value())
                .setParameter("waiting", UploadPhase.REQUESTED)
                .setParameter("coming", List.of(UploadPhase.UPLOADING, UploadPhase.VERIFYING))
                .getResultStream()
                .findFirst()
                .orElse(0L);
    }

    /** Whether an upload whose first byte is to come may begin; it has its room then. Otherwise it waits, and may ask again. */
    boolean begins(TenantId tenant, Upload upload) {
        if (quotas.allowed(tenant, Limit.STORED_BYTES).isEmpty()) {
            waiting.remove(upload.id());
            return true;
        }
        Upload now = uploads.lock(tenant, upload.id()).orElseThrow();
        boolean begun = now.state().phase() != UploadPhase.REQUESTED;
        if (!begun && !quotas.room(tenant, Limit.STORED_BYTES, () -> used(tenant) - now.receivedBytes(), now.bytes())) {
            waiting.add(now.id());
            return false;
        }
        waiting.remove(now.id());
        return begun || now.reached(0, clock.instant());
    }

    /** Whether there is room for more than what is used and these bytes, which no upload counts yet. */
    boolean anyBeside(TenantId tenant, long uncounted) {
        return quotas.room(tenant, Limit.STORED_BYTES, () -> used(tenant) + uncounted, 1);
    }

    /**
     * Whether there is room for these bytes, which no upload counts; nobody else takes it until this transaction ends.
     *
     * @param beside further bytes that no upload counts; asked once the quota is locked
     */
    boolean whole(TenantId tenant, LongSupplier beside, long bytes) {
        return quotas.room(tenant, Limit.STORED_BYTES, () -> used(tenant) + beside.getAsLong(), bytes);
    }

    /** Whether it was last refused for want of room in the quota. */
    public boolean waits(UploadId upload) {
        return waiting.contains(upload);
    }

    /** Forgets all but these. */
    void keepOnly(Set<UploadId> open) {
        waiting.retainAll(open);
    }
}
