package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Departures;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobStoreFault;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Throws away what is leaving: first the picture, then the object, then the row, which leaves a line in the audit log. Each step can be done again, so it goes
 * on after a stop wherever it was; what a store does not let go now stays and is tried again. Outside any transaction.
 */
@Singleton
public class ClearLeaving {
    private static final Logger LOG = LoggerFactory.getLogger(ClearLeaving.class);
    private static final int AT_ONCE = 200;
    /** One tenant's slow store must not keep all others waiting: the rest has its turn the next time. */
    private static final Duration TURN = Duration.ofMinutes(2);

    private static final RecordingId FIRST = new RecordingId(new UUID(0, 0));

    private final TenantWork work;
    private final Departures departures;
    private final Stores stores;
    private final LongSupplier nanos;

    @Inject
    public ClearLeaving(TenantWork work, Departures departures, Stores stores) {
        this(work, departures, stores, System::nanoTime);
    }

    ClearLeaving(TenantWork work, Departures departures, Stores stores, LongSupplier nanos) {
        this.work = work;
        this.departures = departures;
        this.stores = stores;
        this.nanos = nanos;
    }

    /**
     * What came of it, as far as its turn went.
     *
     * @param left stays and is tried again
     * @param said why; empty when nothing is left
     */
    public record Came(long gone, long left, String said) {}

    /** @param within is called for each in the transaction in which its row goes */
    public Came run(TenantId tenant, Consumer<Recording> within) {
        long begun = nanos.getAsLong();
        Set<Optional<StorageProviderId>> away = new HashSet<>();
        long gone = 0;
        long left = 0;
        String said = "";
        RecordingId last = FIRST;
        List<Recording> next;
        do {
            RecordingId after = last;
            next = work.as(tenant, () -> departures.leaving(tenant, after, AT_ONCE));
            for (Recording one : next) {
                if (nanos.getAsLong() - begun > TURN.toNanos()) {
                    return new Came(gone, left, said);
                }
                last = one.id();
                String kept = away.contains(one.provider()) ? said : tried(tenant, one, within, away);
                gone += kept.isEmpty() ? 1 : 0;
                left += kept.isEmpty() ? 0 : 1;
                said = kept.isEmpty() ? said : kept;
            }
        } while (next.size() == AT_ONCE);
        return new Came(gone, left, said);
    }

    /** Empty, or why it stays. */
    private String tried(
            TenantId tenant, Recording one, Consumer<Recording> within, Set<Optional<StorageProviderId>> away) {
        try {
            now(tenant, one, within);
            return "";
        } catch (BlobStoreFault fault) {
            away.add(one.provider()); // one that does not answer is asked once
            LOG.warn("recording {} cannot be deleted yet: {}: {}", one.id(), fault.kind(), fault.getMessage());
            return String.valueOf(fault.getMessage());
        } catch (RuntimeException e) {
            // one that fails must not keep the others waiting; it is tried again
            LOG.error("recording {} could not be deleted", one.id(), e);
            return e.getClass().getSimpleName();
        }
    }

    private void now(TenantId tenant, Recording one, Consumer<Recording> within) {
        stores.folder().delete(one.thumbnailKey());
        stores.at(tenant, one.provider()).delete(one.fileKey());
        work.run(tenant, () -> {
            if (departures.drop(tenant, one, one.leavingWhy())) {
                within.accept(one);
            }
        });
    }
}
