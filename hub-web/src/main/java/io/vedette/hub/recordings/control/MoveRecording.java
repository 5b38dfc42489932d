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
 * goes on after a stop wherever it was. What is to be done next is told by where the recording is now, so a deletion may come in between anywhere; another hub may
 * not: of two that each take away the copy which they hold for the needless one, none would be left. Outside any transaction.
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

    /**
     * Does what is next; nothing while another hub is at it.
     *
     * @param wanted whether a rule wants it there still
     * @return who keeps it from going on; empty when nobody does
     */
    public Optional<Blames> goOn(TenantId tenant, RecordingMove move, boolean wanted) {
        if (!work.as(tenant, () -> moves.claim(tenant, move))) {
            return Optional.empty();
        }
        try {
            now(tenant, move, work.as(tenant, () -> moves.next(tenant, move, wanted)));
            return Optional.empty();
        } catch (MoveFailed failed) {
            LOG.warn("recording {} cannot be moved yet: {}", move.recording(), failed.said());
            work.run(
                    tenant,
                    () -> moves.change(tenant, move, one -> one.failed(failed.blames(), failed.said(), moves.now())));
            return Optional.of(failed.blames());
        }
    }

    private void now(TenantId tenant, RecordingMove move, Moves.Next next) throws MoveFailed {
        switch (next) {
            case COPY -> {
                if (same(tenant, move)) {
                    throw new MoveFailed(Blames.TARGET, "both storage providers are one and the same place");
                }
                copy(tenant, move);
                if (!work.as(tenant, () -> moves.arrives(tenant, move))) {
                    Moves.Next instead = work.as(tenant, () -> moves.next(tenant, move, false));
                    now(tenant, move, instead); // it was deleted, or something came in: the copy goes, or waits
                }
            }
            case FIRST_GOES -> {
                boolean two = !same(tenant, move); // or the first copy is the only one
                if (two) {
                    requireSecond(tenant, move);
                }
                end(tenant, move, two, false);
            }
            case SECOND_GOES -> end(tenant, move, false, !same(tenant, move));
            case BOTH_GO -> end(tenant, move, true, true);
            case WAIT ->
                work.run(
                        tenant,
                        () -> moves.change(
                                tenant, move, one -> one.later(moves.now().plus(RecordingMove.GRACE))));
        }
    }

    private void end(TenantId tenant, RecordingMove move, boolean first, boolean second) throws MoveFailed {
        if (second) {
            delete(tenant, move, Optional.of(move.target()), Blames.TARGET);
        }
        if (first) {
            delete(tenant, move, move.source(), Blames.SOURCE);
        }
        work.run(tenant, () -> moves.end(tenant, move));
    }

    private void delete(TenantId tenant, RecordingMove move, Optional<StorageProviderId> at, Blames whose)
            throws MoveFailed {
        try {
            stores.at(tenant, at).delete(move.fileKey());
        } catch (BlobStoreFault fault) {
            throw new MoveFailed(whose, fault);
        }
    }

    private boolean same(TenantId tenant, RecordingMove move) throws MoveFailed {
        if (move.source().isEmpty()) {
            return false; // no owner brings the hub's own folder
        }
        BlobStore first = at(tenant, move.source(), Blames.SOURCE);
        BlobStore second = at(tenant, Optional.of(move.target()), Blames.TARGET);
        return twoPlaces.oneAndTheSame(first, second, move);
    }

    /** It was whole when the row changed; a rule of the bucket or a hand in it may have taken it since. Then the first copy is all that is left. */
    private void requireSecond(TenantId tenant, RecordingMove move) throws MoveFailed {
        BlobStore second = at(tenant, Optional.of(move.target()), Blames.TARGET);
        try {
            if (second.find(move.fileKey())
                    .filter(one -> one.bytes() == move.bytes())
                    .isEmpty()) {
                throw new MoveFailed(
                        Blames.TARGET, "the recording is no more where it was brought, so its first copy is kept");
            }
        } catch (BlobStoreFault | BlobCorrupt fault) {
            throw new MoveFailed(Blames.TARGET, fault);
        }
    }

    private void copy(TenantId tenant, RecordingMove move) throws MoveFailed {
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
            throw new MoveFailed(Blames.SOURCE, e);
        }
        verify(target, move, spec);
    }

    private InputStream open(TenantId tenant, RecordingMove move) throws MoveFailed {
        try {
            return at(tenant, move.source(), Blames.SOURCE).open(move.fileKey());
        } catch (BlobNotFound | BlobCorrupt e) {
            throw new MoveFailed(Blames.OBJECT, e);
        } catch (BlobStoreFault e) {
            throw new MoveFailed(Blames.SOURCE, e);
        }
    }

    private static void put(BlobStore target, RecordingMove move, InputStream body, BlobSpec spec)
            throws MoveFailed, IOException {
        try {
            var unused = target.put(move.fileKey(), body, spec);
        } catch (BlobCorrupt e) {
            throw new MoveFailed(Blames.OBJECT, e);
        } catch (BlobStoreFault e) {
            throw new MoveFailed(Blames.TARGET, e);
        }
    }

    /** Read back, as the first copy goes for it. One that is not as it should be is thrown away, or the next time would take it for done. */
    private static void verify(BlobStore target, RecordingMove move, BlobSpec spec) throws MoveFailed {
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
            throw new MoveFailed(Blames.TARGET, e);
        } catch (BlobStoreFault e) {
            throw new MoveFailed(Blames.TARGET, e);
        }
    }

    private BlobStore at(TenantId tenant, Optional<StorageProviderId> place, Blames whose) throws MoveFailed {
        try {
            return stores.at(tenant, place);
        } catch (BlobStoreFault fault) {
            throw new MoveFailed(whose, fault);
        }
    }
}
