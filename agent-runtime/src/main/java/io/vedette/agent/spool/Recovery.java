package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.Delivery;
import io.vedette.contracts.media.FileScan;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Mends at start what a crash left: a growing file is cut after its last whole fragment and closed as a recording that
 * says so, a file whose row was not written yet gets it, a row whose file is missing is told to the hub and goes.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Spool spool;
    private final SpoolFolders folders;
    private final SpoolIndex index;
    private final Removal removal;
    private final Map<RecordingId, RecordingDraft> drafts;
    /** Those with row and file. */
    private final IdSet known = new IdSet();

    Recovery(Spool spool, SpoolIndex index, Removal removal) {
        this.spool = spool;
        this.folders = spool.folders();
        this.index = index;
        this.removal = removal;
        this.drafts = index.inTransaction(Drafts::all).stream()
                .collect(Collectors.toMap(RecordingDraft::id, Function.identity()));
    }

    void run() throws IOException {
        IdSet files = new IdSet();
        List<Path> growing = new ArrayList<>();
        eachOwned(folders.recordings(), (id, file) -> {
            String name = file.getFileName().toString();
            if (name.endsWith(SpoolFolders.CLOSED)) {
                files.add(id);
            } else if (name.endsWith(SpoolFolders.OPEN)) {
                growing.add(file);
            }
        });
        mendRows(files);
        for (Path part : growing) {
            cutAndClose(SpoolFolders.owner(part).orElseThrow(), part);
        }
        if (known.size() < files.size() + growing.size()) {
            adoptThoseWithoutRow();
        }
        drafts.keySet().forEach(spool::forgetDraft);
        eachOwned(folders.thumbnails(), (id, thumbnail) -> {
            if (!known.contains(id)) {
                Files.delete(thumbnail);
            }
        });
    }

    /** Rows are gone through once and files are named once: a hundred thousand of each are a matter of a second. */
    private void mendRows(IdSet files) {
        List<RecordingId> gone = new ArrayList<>();
        List<RecordingId> missing = new ArrayList<>();
        index.inTransaction(c -> RecordingRows.each(c, row -> {
            if (row.state() == RecordingRows.State.GONE) {
                gone.add(row.id());
            } else if (!files.contains(row.id())) {
                missing.add(row.id());
            } else {
                known.add(row.id());
            }
        }));
        gone.forEach(removal::finish);
        for (RecordingId id : missing) {
            LOG.warn("the file of recording {} is missing; the hub is told", id);
            removal.remove(id, GivenUp.Reason.FILE_MISSING);
        }
    }

    private void adoptThoseWithoutRow() throws IOException {
        List<Path> strangers = new ArrayList<>();
        eachOwned(folders.recordings(), (id, file) -> {
            if (file.getFileName().toString().endsWith(SpoolFolders.CLOSED) && !known.contains(id)) {
                strangers.add(file);
            }
        });
        strangers.sort(Comparator.naturalOrder()); // ids begin with the moment of birth
        for (Path file : strangers) {
            RecordingId id = SpoolFolders.owner(file).orElseThrow();
            if (folders.isVaults()) {
                keepBrought(id, file);
            } else {
                adopt(id, file, false);
            }
        }
    }

    /** Its label lies among what comes in until its row is written; without one nobody knows whose it is. */
    private void keepBrought(RecordingId id, Path file) throws IOException {
        Optional<BroughtRecording> label = IncomingFiles.label(folders, id);
        if (label.isPresent()
                && Files.size(file) == label.get().bytes()
                && hash(file).equals(label.get().sha256())) {
            LOG.warn("recording {} was brought whole before a crash, and is kept", id);
            spool.announceKept(label.get());
            known.add(id);
            return;
        }
        LOG.error("{} is of nobody who is known; put aside", file.getFileName());
        Files.move(file, folders.bad(id), StandardCopyOption.ATOMIC_MOVE);
    }

    private void cutAndClose(RecordingId id, Path part) throws IOException {
        Optional<FileScan> scan = FileScan.of(part);
        if (scan.isEmpty()) {
            LOG.info("recording {} had no whole fragment yet and goes", id);
            Files.delete(part);
            return;
        }
        try (FileChannel file = FileChannel.open(part, StandardOpenOption.WRITE)) {
            file.truncate(scan.get().wholeBytes());
            spool.durability().file(file);
        } catch (IOException e) {
            LOG.error("{} cannot be flushed; put aside", part.getFileName(), e);
            Files.move(part, folders.bad(id), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        Files.move(part, folders.closed(id), StandardCopyOption.ATOMIC_MOVE);
        spool.durability().folder(folders.recordings());
        adopt(id, folders.closed(id), true);
    }

    /** A rename that was not followed by its row leaves a file that is whole; only a growing one was cut. */
    private void adopt(RecordingId id, Path file, boolean cut) throws IOException {
        Optional<FileScan> scan = FileScan.of(file);
        if (scan.isEmpty()) {
            LOG.error("{} is no recording; put aside", file.getFileName());
            Files.move(file, folders.bad(id), StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        RecordingDraft draft = Optional.ofNullable(drafts.get(id)).orElseGet(() -> guess(id, scan.get()));
        LOG.warn(
                "recording {} is closed after a crash: {} fragments, {}",
                id,
                scan.get().fragments(),
                cut ? "cut" : "whole");
        spool.announceClosed(OpenRecording.closedEvent(
                draft, scan.get().durationMs(), Files.size(file), hash(file), cut, Optional.empty(), null));
        known.add(id);
    }

    /** Only for a file that came without its draft, say by a copied folder: the id carries its moment of birth. */
    private static RecordingDraft guess(RecordingId id, FileScan scan) {
        Instant born = Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16);
        var what = scan.description();
        return new RecordingDraft(id, born, what.mime(), what.width(), what.height(), Delivery.ON_DEMAND);
    }

    static String hash(Path file) throws IOException {
        MessageDigest digest = Surroundings.javasSha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private interface Owned {
        void take(RecordingId id, Path file) throws IOException;
    }

    private static void eachOwned(Path folder, Owned owned) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Optional<RecordingId> owner = SpoolFolders.owner(file);
                if (owner.isPresent()) {
                    owned.take(owner.get(), file);
                }
            }
        }
    }
}
