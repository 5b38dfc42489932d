package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.vault.BlobStoreFault;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the vault took what was last brought to it: the hub's own folder, and what owners brought. A full or broken one is said once in the
 * log, not for every piece that every agent brings meanwhile. Any thread.
 */
@Singleton
public class VaultRefusals {
    private static final Logger LOG = LoggerFactory.getLogger(VaultRefusals.class);

    private final AtomicBoolean refusing = new AtomicBoolean();
    private final Set<TenantId> refusingPlaces = ConcurrentHashMap.newKeySet();

    void refused(BlobStoreFault fault) {
        if (refusing.compareAndSet(false, true)) {
            LOG.error(
                    "the vault takes nothing: uploads wait and agents keep their recordings until it does; make room on its"
                            + " disk, or mend what is wrong with it",
                    fault);
        }
    }

    void took() {
        if (refusing.compareAndSet(true, false)) {
            LOG.info("the vault takes recordings again");
        }
    }

    /** What the tenant's owner brought to keep recordings in. */
    void refused(TenantId tenant, BlobStoreFault fault) {
        if (refusingPlaces.add(tenant)) {
            LOG.error(
                    "the storage provider of tenant {} takes nothing: its uploads wait here, on the hub's own disk, until it does: {}: {}",
                    tenant,
                    fault.kind(),
                    fault.getMessage());
        }
    }

    void took(TenantId tenant) {
        if (refusingPlaces.remove(tenant)) {
            LOG.info("the storage provider of tenant {} takes recordings again", tenant);
        }
    }

    public boolean refusing(TenantId tenant) {
        return refusing.get() || refusingPlaces.contains(tenant);
    }
}
