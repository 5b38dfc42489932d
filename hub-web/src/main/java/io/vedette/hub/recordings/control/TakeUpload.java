package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.UploadId;
import io.vedette.hub.agents.AgentRef;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.recordings.control.AdmitUpload.Admission;
import io.vedette.hub.recordings.entity.Uploads;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.intake.AppendLimits;
import io.vedette.vault.intake.Appending;
import io.vedette.vault.intake.Chunk;
import io.vedette.vault.intake.Intake;
import io.vedette.vault.intake.UploadPlan;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/** Receives the bytes of an upload from its agent, in pieces. */
@Singleton
public class TakeUpload {
    /** Of a recording whose end nobody knows yet; the rest waits until its agent has told it. */
    private static final long MOST_OF_A_BEGINNING = 512L << 20;

    /** For one piece; at 4 MiB that is a line of 7 KiB/s. */
    private static final AppendLimits LIMITS = new AppendLimits(GrantUploads.CHUNK_BYTES, Duration.ofMinutes(10));

    private final TenantWork work;
    private final Uploads uploads;
    private final AdmitUpload admissions;
    private final EndParts parts;
    private final Intake intake;
    private final StoreUpload store;
    private final VaultRefusals vault;
    private final UploadNews news;
    private final Clock clock;

    @Inject
    public TakeUpload(
            TenantWork work,
            Uploads uploads,
            AdmitUpload admissions,
            EndParts parts,
            Intake intake,
            StoreUpload store,
            VaultRefusals vault,
            UploadNews news,
            Clock clock) {
        this.work = work;
        this.uploads = uploads;
        this.admissions = admissions;
        this.parts = parts;
        this.intake = intake;
        this.store = store;
        this.vault = vault;
        this.news = news;
        this.clock = clock;
    }

    /** The answer to an agent. Offsets and lengths in bytes. */
    public sealed interface Taken {
        /** So many bytes are here. */
        record At(long offset, long bytes) implements Taken {}

        /** So many bytes are here, of a recording that still grows. */
        record Growing(long offset) implements Taken {}

        /** The piece does not begin where the bytes here end. */
        record WrongOffset(long offset) implements Taken {}

        record TooLong() implements Taken {}

        /** The line broke, was too slow, or a newer one took over: ask for the offset and go on. */
        record Cut(long offset) implements Taken {}

        /** All bytes are here, and they are wrong. */
        record Wrong() implements Taken {}

        /** Cancelled, gone or failed: nothing more is wanted. */
        record CalledOff() implements Taken {}

        /** Later. */
        record Busy() implements Taken {}

        /** The vault's disk is full or broken, or the tenant's quota is: what is here stays, the rest may come when there is room. */
        record NoRoom() implements Taken {}

        record Unknown() implements Taken {}

        /** Not this agent's, or it is an agent no more. */
        record NotYours() implements Taken {}
    }

    /** How far the upload is. When all bytes are here and nobody checked them yet, this does. */
    public Taken offset(AgentRef agent, UploadId id) {
        return switch (admit(agent, id)) {
            case Admission.Closed closed -> closed.answer();
            case Admission.Begun begun -> new Taken.Growing(intake.offset(id));
            case Admission.Open open -> {
                long here = intake.offset(id);
                yield here < open.plan().bytes()
                        ? new Taken.At(here, open.plan().bytes())
                        : unlessRefused(agent, id, () -> finish(agent, open.plan()));
            }
        };
    }

    /** Takes one piece on the calling thread, which waits for the client. */
    public Taken take(AgentRef agent, UploadId id, Chunk chunk) {
        return switch (admit(agent, id)) {
            case Admission.Closed closed -> closed.answer();
            case Admission.Begun begun -> counted(unlessRefused(agent, id, () -> appendGrowing(id, chunk)));
            case Admission.Open open -> counted(unlessRefused(agent, id, () -> append(agent, open.plan(), chunk)));
        };
    }

    private Taken counted(Taken taken) {
        if (taken instanceof Taken.At || taken instanceof Taken.Growing) {
            vault.took();
        }
        return taken;
    }

    private Taken unlessRefused(AgentRef agent, UploadId id, Supplier<Taken> taking) {
        try {
            return taking.get();
        } catch (BlobStoreFault fault) {
            vault.refused(fault);
            work.as(agent.tenant(), () -> uploads.find(agent.tenant(), id))
                    .map(UploadProgress::of)
                    .filter(progress -> progress.state().underWay())
                    .ifPresent(news::tell); // its watchers read that it waits
            return new Taken.NoRoom();
        }
    }

    /** By tus: an agent that sent parts straight to a store until now goes this way from here on. */
    private Admission admit(AgentRef agent, UploadId id) {
        Admission admission = admissions.of(agent, id);
        if (admission instanceof Admission.Open open && open.inParts()) {
            parts.insteadOfThem(agent.tenant(), id);
        }
        return admission;
    }

    private Taken append(AgentRef agent, UploadPlan plan, Chunk chunk) {
        return switch (intake.append(plan, chunk, LIMITS)) {
            case Appending.Appended some -> new Taken.At(some.newOffset(), plan.bytes());
            case Appending.Complete all -> finish(agent, plan);
            case Appending.Cut cut -> {
                // nobody knows when the next piece comes, so the row is brought up to date now
                work.run(
                        agent.tenant(),
                        () -> uploads.lock(agent.tenant(), plan.upload())
                                .ifPresent(upload -> upload.reached(cut.newOffset(), clock.instant())));
                yield new Taken.Cut(cut.newOffset());
            }
            case Appending.WrongOffset wrong -> new Taken.WrongOffset(wrong.actual());
            case Appending.TooLong tooLong -> new Taken.TooLong();
            case Appending.Cancelled cancelled -> new Taken.CalledOff();
            case Appending.Busy busy -> new Taken.Busy();
        };
    }

    private Taken appendGrowing(UploadId id, Chunk chunk) {
        return switch (intake.append(id, MOST_OF_A_BEGINNING, chunk, LIMITS)) {
            case Appending.Appended some -> new Taken.Growing(some.newOffset());
            case Appending.Complete all -> new Taken.CalledOff();
            case Appending.Cut cut -> new Taken.Cut(cut.newOffset());
            case Appending.WrongOffset wrong -> new Taken.WrongOffset(wrong.actual());
            case Appending.TooLong tooLong -> new Taken.TooLong();
            case Appending.Cancelled cancelled -> new Taken.CalledOff();
            case Appending.Busy busy -> new Taken.Busy();
        };
    }

    private Taken finish(AgentRef agent, UploadPlan plan) {
        return store.run(agent.tenant(), plan.upload())
                .answer(plan.bytes(), () -> new Taken.Cut(intake.offset(plan.upload())));
    }
}
