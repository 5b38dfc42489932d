package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.entity.Moves;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.recordings.entity.RecordingMove.Blames;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobNotFound;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings one recording from a place to another: a copy, which is read back and compared, then the row, then the first copy goes. Each step can be done again, so it
 * goes on after a stop wherever it was. What is to be done next is told by where the recording is now, so a deletion may come in between anywhere. Outside any
 * transaction.
 */
@Singleton
public class MoveRecording {
    private static final Logger LOG = LoggerFactory.getLogger(MoveRecording.class);

    private final TenantWork work;
    private final Recordings recordings;
    private final Moves moves;
    private final Stores stores;
    private final TwoPlaces twoPlaces = new TwoPlaces();

    @Inject
    public MoveRecording(TenantWork work, Recordings recordings, Moves moves, Stores stores) {
        this.work = work;
        this.recordings = recordings;
        this.moves = moves;
        this.stores = stores;
    }

    /** What keeps a move from going on, and who can mend it. The first copy is as it was. */
    private static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final Blames blames;

        Failed(Blames blames, Exception cause) {
            super(String.valueOf(cause.getMessage()), cause);
            this.blames = blames;
        }
    }

    /**
     * Does what is next.
     *
     * @param wanted whether a rule wants it there still
     * @return who keeps it from going on; empty when nobody does
     */
    public Optional<Blames> goOn(TenantId tenant, RecordingMove move, boolean wanted) {
        try {
            now(tenant, move, work.as(tenant, () -> moves.next(tenant, move, wanted)));
            return Optional.empty();
        } catch (Failed failed) {
            LOG.warn("recording {} cannot be moved yet: {}", move.recording(), failed.getMessage());
            work.run(
                    tenant,
                    () -> moves.change(
                            tenant,
                            move,
                            one -> one.failed(failed.blames, String.valueOf(failed.getMessage()), moves.now())));
            return Optional.of(failed.blames);
        }
    }

    private void now(TenantId tenant, RecordingMove move, Moves.Next next) throws Failed {
        switch (next) {
            case COPY -> {
                apart(tenant, move);
                copy(tenant, move);
                if (!work.as(tenant, () -> moves.arrives(tenant, move))) {
                    Moves.Next instead = work.as(tenant, () -> moves.next(tenant, move, false));
                    now(tenant, move, instead); // it was deleted, or something came in: the copy goes, or waits
                }
            }
            case FIRST_GOES -> {
                apart(tenant, move);
                end(tenant, move, true, false);
            }
            case SECOND_GOES -> {
                apart(tenant, move);
                end(tenant, move, false, true);
            }
            case BOTH_GO -> end(tenant, move, true, true);
            case WAIT ->
                work.run(
                        tenant,
                        () -> moves.change(
                                tenant, move, one -> one.later(moves.now().plus(RecordingMove.GRACE))));
        }
    }

    private void end(TenantId tenant, RecordingMove move, boolean first, boolean second) throws Failed {
        if (second) {
            delete(tenant, move, Optional.of(move.target()), Blames.TARGET);
        }
        if (first) {
            delete(tenant, move, move.source(), Blames.SOURCE);
        }
        work.run(tenant, () -> moves.end(tenant, move));
    }

    private void delete(TenantId tenant, RecordingMove move, Optional<StorageProviderId> at, Blames whose)
            throws Failed {
        try {
            stores.at(tenant, at).delete(move.fileKey());
        } catch (BlobStoreFault fault) {
            throw new Failed(whose, fault);
        }
    }

    private void apart(TenantId tenant, RecordingMove move) throws Failed {
        if (move.source().isEmpty()) {
            return; // no owner brings the hub's own folder
        }
        BlobStore first = at(tenant, move.source(), Blames.SOURCE);
        BlobStore second = at(tenant, Optional.of(move.target()), Blames.TARGET);
        try {
            if (twoPlaces.oneAndTheSame(first, second, move)) {
                throw new Failed(
                        Blames.TARGET, new IllegalStateException("both storage providers are one and the same place"));
            }
        } catch (BlobStoreFault | BlobCorrupt fault) {
            throw new Failed(Blames.TARGET, fault);
        }
    }

    private void copy(TenantId tenant, RecordingMove move) throws Failed {
        Optional<Recording> recording = work.as(tenant, () -> recordings.find(tenant, move.recording()));
        if (recording.isEmpty()) {
            return; // deleted meanwhile: what is next is asked again
        }
        var spec =
                new BlobSpec(recording.get().bytes(), new Sha256(recording.get().sha256()), BlobSpec.MP4);
        BlobStore target = at(tenant, Optional.of(move.target()), Blames.TARGET);
        try (InputStream body = open(tenant, move)) {
            put(target, move, body, spec);
        } catch (IOException e) { // by the promise of the store, what was read and not what was written
            throw new Failed(Blames.SOURCE, e);
        }
        verify(target, move, spec);
    }

    private InputStream open(TenantId tenant, RecordingMove move) throws Failed {
        try {
            return at(tenant, move.source(), Blames.SOURCE).open(move.fileKey());
        } catch (BlobNotFound | BlobCorrupt e) {
            throw new Failed(Blames.OBJECT, e);
        } catch (BlobStoreFault e) {
            throw new Failed(Blames.SOURCE, e);
        }
    }

    private static void put(BlobStore target, RecordingMove move, InputStream body, BlobSpec spec)
            throws Failed, IOException {
        try {
            var unused = target.put(move.fileKey(), body, spec);
        } catch (BlobCorrupt e) {
            throw new Failed(Blames.OBJECT, e);
        } catch (BlobStoreFault e) {
            throw new Failed(Blames.TARGET, e);
        }
    }

    /** Read back, as the first copy goes for it. One that is not as it should be is thrown away, or the next time would take it for done. */
    private static void verify(BlobStore target, RecordingMove move, BlobSpec spec) throws Failed {
        try {
            if (target.verify(move.fileKey()).sameContentAs(spec)) {
                return;
            }
            throw new BlobCorrupt(move.fileKey(), "the second place has other bytes");
        } catch (BlobNotFound | BlobCorrupt e) {
            try {
                target.delete(move.fileKey());
            } catch (BlobStoreFault fault) {
                e.addSuppressed(fault);
            }
            throw new Failed(Blames.TARGET, e);
        } catch (BlobStoreFault e) {
            throw new Failed(Blames.TARGET, e);
        }
    }

    private BlobStore at(TenantId tenant, Optional<StorageProviderId> place, Blames whose) throws Failed {
        try {
            return stores.at(tenant, place);
        } catch (BlobStoreFault fault) {
            throw new Failed(whose, fault);
        }
    }
}
