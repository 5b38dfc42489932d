package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.AgentId;
import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.UploadId;
import io.vedette.contracts.link.FromHub;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.TakeUpload.Taken;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.EdgeCopy;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import io.vedette.hub.recordings.entity.Upload;
import io.vedette.hub.recordings.entity.UploadFailure;
import io.vedette.hub.recordings.entity.UploadState;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.hub.vaults.StorageProviderId;
import io.vedette.hub.vaults.Stores;
import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.PartsId;
import io.vedette.vault.Sha256;
import io.vedette.vault.SignedParts.Completed;
import io.vedette.vault.intake.Finishing;
import io.vedette.vault.intake.Intake;
import io.vedette.vault.intake.UploadPlan;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What follows the last byte: check the hash, hand the file to the vault, then write down that it is there. May be asked
 * again after a crash at any point: each step finds the one before it done or undone, never half done.
 */
@Singleton
public class StoreUpload {
    private static final Logger LOG = LoggerFactory.getLogger(StoreUpload.class);

    private final TenantWork work;
    private final Recordings recordings;
    private final Uploads uploads;
    private final EdgeCopies copies;
    private final Intake intake;
    private final Stores stores;
    private final AgentLinks links;
    private final VaultRefusals refusals;
    private final TellStored telling;
    private final UploadNews news;
    private final Clock clock;
    private final Set<UploadId> running = ConcurrentHashMap.newKeySet();

    @Inject
    public StoreUpload(
            TenantWork work,
            Recordings recordings,
            Uploads uploads,
            EdgeCopies copies,
            Intake intake,
            Stores stores,
            AgentLinks links,
            VaultRefusals refusals,
            TellStored telling,
            UploadNews news,
            Clock clock) {
        this.work = work;
        this.recordings = recordings;
        this.uploads = uploads;
        this.copies = copies;
        this.intake = intake;
        this.stores = stores;
        this.links = links;
        this.refusals = refusals;
        this.telling = telling;
        this.news = news;
        this.clock = clock;
    }

    /** What came of it. */
    public enum Verdict {
        STORED,
        /** The bytes are wrong; they were thrown away. */
        WRONG,
        /** Cancelled, gone, or failed before. */
        OVER,
        /** Bytes are missing: the upload goes on. */
        INCOMPLETE,
        /** Somebody else is at it. */
        RUNNING,
        /** All of it is here, and its place takes nothing now; it is tried again. */
        WAITING;

        /** What its agent is told. */
        Taken answer(long bytes, Supplier<Taken> incomplete) {
            return switch (this) {
                case STORED, RUNNING, WAITING -> new Taken.At(bytes, bytes);
                case WRONG -> new Taken.Wrong();
                case OVER -> new Taken.CalledOff();
                case INCOMPLETE -> incomplete.get();
            };
        }
    }

    /**
     * @param bound where it was being brought to when this was tried before
     * @param place where it is brought to now
     * @param parts by what that place knows what the agent sent straight there
     */
    private record Work(
            TenantId tenant,
            UploadId upload,
            RecordingId recording,
            BlobKey key,
            BlobSpec spec,
            Optional<StorageProviderId> bound,
            Optional<StorageProviderId> place,
            Optional<PartsId> parts) {
        Work stays() {
            return new Work(tenant, upload, recording, key, spec, bound, bound, parts);
        }
    }

    public Verdict run(TenantId tenant, UploadId id) {
        if (!running.add(id)) {
            return Verdict.RUNNING;
        }
        try {
            Optional<Work> begun = work.as(tenant, () -> begin(tenant, id));
            return begun.isPresent() ? bring(settled(begun.get())) : how(tenant, id);
        } finally {
            running.remove(id);
        }
    }

    private Verdict how(TenantId tenant, UploadId id) {
        return work.as(tenant, () -> uploads.find(tenant, id))
                .filter(upload -> upload.state() instanceof UploadState.Stored)
                .map(upload -> Verdict.STORED)
                .orElse(Verdict.OVER);
    }

    private Optional<Work> begin(TenantId tenant, UploadId id) {
        Optional<Upload> upload = uploads.lock(tenant, id);
        Optional<PartsId> parts = upload.flatMap(Upload::parts);
        Optional<StorageProviderId> main =
                parts.isPresent() ? upload.flatMap(Upload::provider) : stores.main(tenant); // parts are where they are
        boolean again = upload.filter(row -> row.state() instanceof UploadState.Verifying)
                .isPresent();
        upload = upload.filter(row -> row.verifying(clock.instant()));
        Optional<StorageProviderId> bound = again ? upload.flatMap(Upload::provider) : main;
        upload.filter(row -> !again).ifPresent(row -> row.goesTo(main));
        upload.map(UploadProgress::of).ifPresent(now -> work.afterCommit(() -> news.tell(now)));
        return upload.flatMap(row -> recordings.find(tenant, row.recording()))
                .map(recording -> new Work(
                        tenant,
                        id,
                        recording.id(),
                        recording.fileKey(),
                        new BlobSpec(recording.bytes(), new Sha256(recording.sha256()), BlobSpec.MP4),
                        bound,
                        main,
                        parts));
    }

    /** Tried before, and the owner has chosen another place since: what has arrived stays where it is, the rest goes to the new one. */
    private Work settled(Work one) {
        if (one.bound().equals(one.place())) {
            return one;
        }
        if (hasArrived(one.stays())) {
            return one.stays();
        }
        work.run(
                one.tenant(), () -> uploads.lock(one.tenant(), one.upload()).ifPresent(row -> row.goesTo(one.place())));
        return one;
    }

    /** What lies in a place that does not answer, the owner's reconciliation finds there one day. */
    private boolean hasArrived(Work one) {
        try {
            return here(one);
        } catch (BlobStoreFault fault) {
            LOG.warn(
                    "upload {} goes to another place, as the one before does not answer: {}",
                    one.upload(),
                    fault.getMessage());
            return false;
        }
    }

    /** What is wrong with the hub's own disk goes on to whoever brought the last piece; what an owner brought, only its owner can mend. */
    private Verdict bring(Work one) {
        if (one.parts().isPresent()) {
            return inPlace(one, () -> join(one, one.parts().get()));
        }
        Finishing finished = intake.finish(
                new UploadPlan(one.upload(), one.spec().bytes(), one.spec().sha256()));
        return one.place().isEmpty() ? end(one, finished) : inPlace(one, () -> end(one, finished));
    }

    private Verdict inPlace(Work one, Supplier<Verdict> ending) {
        try {
            Verdict verdict = ending.get();
            refusals.took(one.tenant());
            return verdict;
        } catch (BlobStoreFault fault) {
            refusals.refused(one.tenant(), fault);
            return Verdict.WAITING;
        }
    }

    /** What the agent sent straight to the place; it is read there before it counts. */
    private Verdict join(Work one, PartsId parts) {
        try {
            return switch (store(one).inParts().orElseThrow().complete(one.key(), parts, one.spec())) {
                case Completed.Whole whole -> stored(one);
                case Completed.Wrong wrong -> fail(one, UploadFailure.MISMATCH);
                case Completed.Missing missing -> goOn(one, missing.bytes());
                case Completed.Unknown unknown -> anew(one, parts);
            };
        } catch (BlobCorrupt e) {
            return fail(one, UploadFailure.VAULT);
        }
    }

    private Verdict anew(Work one, PartsId parts) {
        Verdict verdict = goOn(one, 0);
        work.run(
                one.tenant(),
                () -> uploads.lock(one.tenant(), one.upload())
                        .ifPresent(upload -> upload.partsGivenUp(parts, clock.instant())));
        return verdict;
    }

    private Verdict end(Work one, Finishing finished) {
        return switch (finished) {
            case Finishing.Verified verified -> keep(one, verified.file());
            case Finishing.Mismatch wrong -> fail(one, UploadFailure.MISMATCH);
            case Finishing.Incomplete incomplete -> here(one) ? stored(one) : goOn(one, incomplete.offset());
            case Finishing.Cancelled cancelled -> Verdict.OVER;
        };
    }

    private Verdict keep(Work one, Path file) {
        try {
            store(one).adopt(one.key(), file, one.spec());
        } catch (BlobCorrupt e) {
            return fail(one, UploadFailure.VAULT);
        } catch (IOException e) {
            throw new BlobStoreFault("cannot hand upload " + one.upload() + " to the vault", e);
        }
        return stored(one);
    }

    private boolean here(Work one) {
        return store(one)
                .find(one.key())
                .filter(blob -> blob.sameContentAs(one.spec()))
                .isPresent();
    }

    private BlobStore store(Work one) {
        return stores.at(one.tenant(), one.place());
    }

    private Verdict stored(Work one) {
        if (!here(one)) { // asked before any row is locked: a place far away may take its time
            throw new IllegalStateException("the blob of upload " + one.upload() + " went away while it was stored");
        }
        Verdict verdict = locked(one, pair -> {
            if (!pair.upload().stored(clock.instant())) {
                discard(one, pair.recording());
                return Verdict.OVER;
            }
            pair.recording().inVault(one.place());
            telling.stored(one.tenant(), pair.recording(), pair.upload());
            tell(pair.upload());
            List<AgentId> holders = holders(one, pair);
            var stored = new FromHub.UploadStored(one.upload(), one.recording());
            work.afterCommit(() -> holders.forEach(edge -> links.send(edge, stored)));
            return Verdict.STORED;
        });
        intake.forget(one.upload());
        return verdict;
    }

    /** Whoever has it at the edge may give it up now before what is nowhere else, whoever of them sent it. */
    private List<AgentId> holders(Work one, Pair pair) {
        Stream<AgentId> vaults =
                copies.of(one.tenant(), one.recording()).stream().map(EdgeCopy::vault);
        return Stream.concat(Stream.of(pair.upload().agent(), pair.recording().agent()), vaults)
                .distinct()
                .toList();
    }

    /** Called off at the last moment: nothing of it may stay, unless another upload needs the same blob. */
    private void discard(Work one, Recording recording) {
        switch (recording.place()) {
            case VAULT, LEAVING -> { // by another upload, whose blob this is unless it went elsewhere
                if (!recording.provider().equals(one.place())) {
                    store(one).delete(one.key());
                }
            }
            case EDGE, GONE -> {
                if (uploads.lockUnderWay(one.tenant(), one.recording()).isEmpty()) {
                    store(one).delete(one.key());
                }
            }
        }
    }

    private Verdict fail(Work one, UploadFailure why) {
        Verdict verdict = locked(one, pair -> {
            boolean failed = pair.upload().failed(why, "", clock.instant());
            if (failed) { // else whoever ended it has told
                tell(pair.upload());
            }
            return failed ? Verdict.WRONG : Verdict.OVER;
        });
        intake.forget(one.upload());
        return verdict;
    }

    private Verdict goOn(Work one, long offset) {
        return locked(one, pair -> {
            boolean open = pair.upload().reached(offset, clock.instant());
            if (open) {
                tell(pair.upload());
            }
            return open ? Verdict.INCOMPLETE : Verdict.OVER;
        });
    }

    private record Pair(Recording recording, Upload upload) {}

    private Verdict locked(Work one, Function<Pair, Verdict> change) {
        return work.as(one.tenant(), () -> {
            Optional<Recording> recording = recordings.lock(one.tenant(), one.recording());
            if (recording.isEmpty()) {
                store(one).delete(one.key()); // its camera was taken away meanwhile: nothing of it may stay
                return Verdict.OVER;
            }
            return change.apply(new Pair(
                    recording.get(), uploads.lock(one.tenant(), one.upload()).orElseThrow()));
        });
    }

    private void tell(Upload upload) {
        var progress = UploadProgress.of(upload);
        work.afterCommit(() -> news.tell(progress));
    }
}
