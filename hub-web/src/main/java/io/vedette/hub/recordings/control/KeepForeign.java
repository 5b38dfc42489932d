package io.vedette.hub.recordings.control;

import io.vedette.contracts.event.RecordingStored;
import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.media.FileScan;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps a whole film of an agent of another make: first its bytes, which are looked for where they were put, then its row, with
 * what is told of it, in one transaction. May be asked again for the same recording. Outside any transaction.
 */
@Singleton
public class KeepForeign {
    private final TenantWork work;
    private final Recordings recordings;
    private final Stores stores;
    private final StoredBytes room;
    private final TellStored telling;
    private final Clock clock;

    @Inject
    public KeepForeign(
            TenantWork work, Recordings recordings, Stores stores, StoredBytes room, TellStored telling, Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.stores = stores;
        this.room = room;
        this.telling = telling;
        this.clock = clock;
    }

    /**
     * What is to be kept.
     *
     * @param by what stands in its row where an agent's id does
     * @param place empty: the hub's own folder
     */
    public record Film(
            TenantId tenant,
            RecordingId recording,
            CameraId camera,
            AgentId by,
            Instant startedAt,
            FileScan scan,
            Sha256 sha256,
            Optional<StorageProviderId> place) {
        private BlobKey key() {
            return BlobKey.recording(tenant, camera, startedAt, recording);
        }

        private BlobSpec spec() {
            return new BlobSpec(scan.wholeBytes(), sha256, BlobSpec.MP4);
        }
    }

    /**
     * @param file is moved away
     * @param wanted is asked in the transaction that makes the row, before it, also whether it {@link #fits}; when it says no,
     *     nothing of the film stays
     * @return whether it was wanted
     * @throws BlobStoreFault the place takes nothing now; the file may be gone from where it was
     */
    public boolean keep(Film film, Path file, BooleanSupplier wanted) {
        BlobStore store = stores.at(film.tenant(), film.place());
        try {
            store.adopt(film.key(), file, film.spec());
        } catch (IOException e) {
            throw new BlobStoreFault("cannot hand recording " + film.recording() + " to the vault", e);
        }
        if (store.find(film.key())
                .filter(blob -> blob.sameContentAs(film.spec()))
                .isEmpty()) {
            throw new BlobStoreFault("the vault does not have recording " + film.recording());
        }
        boolean kept = work.as(film.tenant(), () -> row(film, wanted));
        if (!kept) {
            discard(film.tenant(), film.recording(), film.camera(), film.startedAt(), film.place());
        }
        return kept;
    }

    private boolean row(Film film, BooleanSupplier wanted) {
        if (!wanted.getAsBoolean()) {
            return false;
        }
        Recording recording = Recording.ofForeign(
                film.recording(),
                film.camera(),
                film.by(),
                film.startedAt(),
                film.scan(),
                film.sha256().hex(),
                clock.instant());
        recording.inVault(film.place());
        recordings.add(film.tenant(), recording);
        work.entities(film.tenant()).flush(); // its tenant, which its key begins with, is known from then on
        telling.stored(film.tenant(), recording, RecordingStored.AskedBy.RULE);
        return true;
    }

    /**
     * Whether so much more fits into the tenant's quota; nobody else takes it until this transaction ends. Within a tenant's work.
     *
     * @param beside further bytes that nobody but whoever calls counts; asked only where a quota is set, once it is locked
     */
    public boolean fits(TenantId tenant, LongSupplier beside, long bytes) {
        return room.whole(tenant, beside, bytes);
    }

    /** Throws away what is left of a recording that has no row. */
    public void discard(
            TenantId tenant, RecordingId id, CameraId camera, Instant startedAt, Optional<StorageProviderId> place) {
        if (work.as(tenant, () -> recordings.find(tenant, id)).isEmpty()) {
            stores.at(tenant, place).delete(BlobKey.recording(tenant, camera, startedAt, id));
        }
    }
}
