package io.vedette.vault.intake;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import io.vedette.vault.disk.DurableFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * Takes in uploads in pieces. The offset of an upload is the length of its file, always; a byte that was counted is in the file,
 * once. Any thread; calls for different uploads do not wait for each other. {@link BlobStoreFault} when the disk fails.
 */
public final class Intake {
    private static final int REMEMBERED = 4096;

    private final DurableFolder folder;
    private final Parts parts;
    private final IntakeProgress progress;
    private final LongSupplier nanos;

    Intake(DurableFolder folder, IntakeProgress progress, LongSupplier nanos) {
        this.folder = folder;
        this.parts = new Parts(folder, REMEMBERED);
        this.progress = progress;
        this.nanos = nanos;
    }

    /** Opens the folder, makes it when it is not there. Uploads that were under way go on where their files end. */
    public static Intake open(Path folder, IntakeProgress progress) {
        try {
            return new Intake(DurableFolder.open(folder), progress, System::nanoTime);
        } catch (IOException e) {
            throw new BlobStoreFault("cannot open the intake's folder", e);
        }
    }

    /** How many bytes of the upload are here; 0 for one that was never heard of. While an append runs, it moves. */
    public long offset(UploadId upload) {
        return with(upload, Part::length);
    }

    /** Whether so many bytes of the upload are here. */
    public boolean holds(UploadId upload, long bytes) {
        return offset(upload) >= bytes;
    }

    /**
     * Takes the next bytes of an upload, and keeps every byte that arrives, however the body ends. Reads no further than the plan's
     * length and {@code limits.maxBytes()}.
     *
     * <p>One writer at a time. A second one whose offset is right finds the first one standing still (the file would have grown
     * otherwise), as after a cut connection that the server has not noticed yet: it takes the place, and the first one's body is
     * closed. A second one beside a first that moves has the wrong offset, and is told so.
     */
    public Appending append(UploadPlan plan, Chunk chunk, AppendLimits limits) {
        return append(plan.upload(), plan.bytes(), chunk, limits);
    }

    /**
     * The same for an upload whose length nobody knows yet, because what is sent still grows.
     *
     * @param most bytes of all of it; with the last of them it is complete
     */
    public Appending append(UploadId upload, long most, Chunk chunk, AppendLimits limits) {
        return with(upload, part -> new Append(part, most, chunk, limits, progress, nanos).run());
    }

    /** Compares length and hash with the plan. Wrong bytes are thrown away. May be asked again, and after a restart. */
    public Finishing finish(UploadPlan plan) {
        return with(
                plan.upload(),
                part -> locked(part, () -> {
                    if (part.cancelled()) {
                        return new Finishing.Cancelled();
                    }
                    long offset = part.length();
                    if (offset < plan.bytes()) {
                        return new Finishing.Incomplete(offset);
                    }
                    part.unseat(
                            Appending.Cut.Why
                                    .TAKEN_OVER); // all bytes are here: whoever still holds on has nothing to bring
                    Sha256 found = part.hash();
                    if (offset == plan.bytes() && found.equals(plan.sha256())) {
                        return new Finishing.Verified(part.file());
                    }
                    part.remove();
                    return new Finishing.Mismatch(found);
                }));
    }

    /**
     * Ends an upload where it is: what is behind its last whole piece is cut off, and the rest is what it was from the beginning.
     * May be asked again.
     *
     * @param whole how many bytes of a file are worth keeping
     * @return what it has become; empty, and its bytes are gone, when nothing is
     */
    public Optional<UploadPlan> cut(UploadId upload, ToLongFunction<Path> whole) {
        return with(
                upload,
                part -> locked(part, () -> {
                    part.unseat(Appending.Cut.Why.TAKEN_OVER);
                    long kept = part.length() == 0 ? 0 : whole.applyAsLong(part.file());
                    if (kept == 0) {
                        part.remove();
                        return Optional.empty();
                    }
                    part.truncate(kept);
                    return Optional.of(new UploadPlan(upload, kept, part.hash()));
                }));
    }

    /** The file of what is here of it, to be read: it grows at its end, and goes when the upload is over. Empty when nothing is here. */
    public Optional<Path> arrived(UploadId upload) {
        return with(upload, part -> part.length() == 0 ? Optional.empty() : Optional.of(part.file()));
    }

    /** When the last byte of it came; empty when none did. */
    public Optional<Instant> lastByteAt(UploadId upload) {
        return with(upload, Part::changedAt);
    }

    /** Calls an upload off for good: a running append stops, the bytes are removed, later calls are told. */
    public void cancel(UploadId upload) {
        with(upload, part -> {
            part.callOff();
            return locked(part, () -> {
                part.remove();
                return true;
            });
        });
    }

    /** Removes what may be left of an upload that is over, stored or given up. */
    public void forget(UploadId upload) {
        with(
                upload,
                part -> locked(part, () -> {
                    part.remove();
                    return true;
                }));
    }

    /** The uploads of which bytes are here, for comparing with what should be. */
    public List<UploadId> held() {
        try (Stream<Path> files = Files.list(folder.root())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f-]{36}\\.part"))
                    .map(name -> UploadId.of(name.substring(0, 36)))
                    .sorted((a, b) -> a.toString().compareTo(b.toString()))
                    .toList();
        } catch (IOException e) {
            throw new BlobStoreFault("cannot list the intake's folder", e);
        }
    }

    private <T> T with(UploadId upload, Function<Part, T> work) {
        Part part = parts.take(upload);
        try {
            return work.apply(part);
        } finally {
            parts.give(part);
        }
    }

    private static <T> T locked(Part part, Supplier<T> work) {
        part.lock.lock();
        try {
            return work.get();
        } finally {
            part.lock.unlock();
        }
    }
}
