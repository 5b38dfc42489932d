package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Proves the spool's {@linkplain Invariant invariants} without changing anything. May run beside the agent. */
public final class SpoolInspection {
    private final SpoolFolders folders;
    private final Depth depth;
    private final boolean written;
    private final List<Finding> findings = new ArrayList<>();
    private final IdSet files = new IdSet();
    private final IdSet rows = new IdSet();
    private final IdSet growing = new IdSet();

    private SpoolInspection(SpoolFolders folders, Depth depth) throws IOException {
        this.folders = folders;
        this.depth = depth;
        this.written = isWritten(folders);
    }

    /** What is wrong; empty when all is well. */
    public static List<Finding> of(Path home, Depth depth) {
        SpoolFolders folders = new SpoolFolders(home.toAbsolutePath());
        if (!Files.exists(folders.index())) {
            return List.of(new Finding(Invariant.E8, "There is no index below " + home + "."));
        }
        try {
            List<Finding> first = new SpoolInspection(folders, depth).inspect();
            if (first.isEmpty() || !isWritten(folders)) {
                return first;
            }
            // A running agent is between two steps now and then: only what is still so a second time is a fault.
            first.retainAll(new SpoolInspection(folders, depth).inspect());
            return first;
        } catch (IOException e) {
            throw new SpoolFault("the spool below " + home + " cannot be read", e);
        }
    }

    private List<Finding> inspect() throws IOException {
        names();
        Optional<Finding> damage = IndexDamage.of(folders.home(), folders.index());
        if (damage.isPresent()) {
            findings.add(damage.get());
            return findings;
        }
        try (SpoolIndex index = SpoolIndex.read(folders.home(), folders.index())) {
            int version = index.inTransaction(SpoolIndex::version);
            if (version != SpoolSchema.VERSION) {
                find(
                        Invariant.E8,
                        "The index has version " + version + ", this agent knows " + SpoolSchema.VERSION + "; "
                                + (version < SpoolSchema.VERSION
                                        ? "the next start upgrades it."
                                        : "a newer agent wrote it."));
                return findings;
            }
            index.inTransaction(c -> RecordingRows.each(c, this::row));
            index.inTransaction(OutboxRows::contradictions).forEach(sentence -> find(Invariant.E4, sentence));
            drafts(index.inTransaction(Drafts::all));
            identity(index.inTransaction(Identity::in));
        }
        eachFile(folders.recordings(), this::closed);
        eachFile(folders.thumbnails(), this::thumbnail);
        return findings;
    }

    private void names() throws IOException {
        eachFile(folders.recordings(), this::name);
        eachFile(folders.root(), file -> {
            if (file.getFileName().toString().contains(IndexRebuild.ASIDE)
                    && !file.getFileName().toString().endsWith("-wal")) {
                find(Invariant.E6, "The index " + file.getFileName() + " was put aside because it was damaged.");
            }
        });
    }

    private void name(Path file) {
        String name = file.getFileName().toString();
        Optional<RecordingId> owner = SpoolFolders.owner(file);
        if (owner.isEmpty()) {
            if (!name.equals(Witness.FILE) && !name.equals(SpoolFolders.INCOMING)) {
                find(Invariant.E6, "The file " + name + " is not the spool's.");
            }
        } else if (name.endsWith(SpoolFolders.CLOSED)) {
            files.add(owner.get());
        } else if (name.endsWith(SpoolFolders.BAD)) {
            find(Invariant.E6, "The file " + name + " was put aside because the disk failed.");
        } else if (name.endsWith(SpoolFolders.OPEN)) {
            growing.add(owner.get());
            if (!written) {
                find(Invariant.E3, "The file " + name + " was left by a crash; the next start closes it.");
            } else if (growing.size() > 1) {
                find(Invariant.E3, "The file " + name + " grows beside another one.");
            }
        } else {
            find(Invariant.E6, "The file " + name + " is not the spool's.");
        }
    }

    private void row(RecordingRows.Row row) {
        rows.add(row.id());
        if (row.state() == RecordingRows.State.GONE) {
            if (!written) {
                find(Invariant.E3, "Recording " + row.id() + " is deleted by half; the next start goes on with it.");
            }
        } else if (!files.contains(row.id())) {
            find(Invariant.E1, "Recording " + row.id() + " has no file.");
        } else if (depth != Depth.NAMES) {
            content(row);
        }
    }

    private void content(RecordingRows.Row row) {
        Path file = folders.closed(row.id());
        try {
            long bytes = Files.size(file);
            if (bytes != row.bytes()) {
                find(
                        Invariant.E1,
                        "Recording " + row.id() + " has " + bytes + " bytes instead of " + row.bytes() + ".");
            } else if (depth == Depth.HASHES && !Recovery.hash(file).equals(row.sha256())) {
                find(Invariant.E1, "Recording " + row.id() + " does not have the content it was closed with.");
            }
        } catch (IOException e) {
            find(Invariant.E1, "Recording " + row.id() + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private void drafts(List<RecordingDraft> drafts) {
        for (RecordingDraft draft : drafts) {
            if (!written) {
                find(Invariant.E3, "The draft of recording " + draft.id() + " was left by a crash.");
            }
        }
    }

    private void identity(Optional<Witness> inIndex) throws IOException {
        Optional<Witness> inRecordings = Witness.in(folders.recordings());
        Optional<Witness> inHome = Witness.in(folders.home());
        if (inIndex.isEmpty() || !inIndex.equals(inRecordings) || !inIndex.equals(inHome)) {
            find(
                    Invariant.E7,
                    "The index belongs to " + words(inIndex) + ", the recordings to " + words(inRecordings)
                            + ", the home to " + words(inHome) + ".");
        }
    }

    private static String words(Optional<Witness> witness) {
        return witness.map(w -> "spool " + w.spool() + " at its opening " + w.opened())
                .orElse("no spool");
    }

    private void closed(Path file) {
        Optional<RecordingId> owner = SpoolFolders.owner(file);
        String name = file.getFileName().toString();
        if (owner.isPresent() && name.endsWith(SpoolFolders.CLOSED) && !rows.contains(owner.get())) {
            find(Invariant.E2, "The file " + name + " has no row; the next start gives it one.");
        }
    }

    private void thumbnail(Path file) {
        Optional<RecordingId> owner = SpoolFolders.owner(file);
        if (owner.isEmpty() || !rows.contains(owner.get()) && !growing.contains(owner.get())) {
            find(Invariant.E6, "The thumbnail " + file.getFileName() + " belongs to no recording.");
        }
    }

    private void find(Invariant broken, String sentence) {
        findings.add(new Finding(broken, sentence));
    }

    private interface Look {
        void at(Path file) throws IOException;
    }

    private static void eachFile(Path folder, Look look) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                look.at(file);
            }
        }
    }

    /** True while an agent has this spool open. */
    private static boolean isWritten(SpoolFolders folders) throws IOException {
        try (FileChannel channel =
                        FileChannel.open(folders.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (java.nio.channels.OverlappingFileLockException ours) {
            return true;
        }
    }
}
