package io.vedette.agent.spool;

import io.vedette.contracts.id.RecordingId;
import io.vedette.contracts.link.EventBody.RecordingClosed;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings at the edge, their index and the outbox. One process has it open at a time; safe for several threads,
 * which should be platform threads because SQLite is native code.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);
    private static final long FOUR_FIFTHS_OF_THE_DISK = -1;

    private final SpoolFolders folders;
    private final FileChannel lock;
    private final Reserve reserve;
    private final SpoolIndex index;
    private final Outbox outbox;
    private final Removal removal;
    private final Durability durability;
    private final long limitBytes;

    private Spool(SpoolFolders folders, FileChannel lock, Clock clock, long limitBytes, Durability durability) {
        this.folders = folders;
        this.lock = lock;
        this.reserve = new Reserve(folders.reserve());
        this.index = SpoolIndex.open(folders.home(), folders.index(), reserve::givenUp);
        this.outbox = new Outbox(index);
        this.durability = durability;
        this.removal = new Removal(folders, index, outbox, durability, clock);
        this.limitBytes = limitBytes == FOUR_FIFTHS_OF_THE_DISK ? fourFifths() : limitBytes;
    }

    private long fourFifths() {
        try {
            long free = Files.getFileStore(folders.root()).getUsableSpace();
            return (free + index.inTransaction(RecordingRows::bytesKept)) / 5 * 4;
        } catch (IOException e) {
            throw new SpoolFault("the disk of the spool cannot be measured", e);
        }
    }

    /** Opens with four fifths of the disk as its limit, counting what it has already; see {@link #open(Path, Clock, long)}. */
    public static Spool open(Path home, Clock clock) {
        return open(home, clock, FOUR_FIFTHS_OF_THE_DISK);
    }

    /**
     * Opens, or makes, the spool below an agent's home and mends what a crash left.
     *
     * @param limitBytes most bytes of recordings; above it the ones in the vault go first, then the oldest
     * @throws SpoolFault when the disk refuses, or another process has it open
     */
    public static Spool open(Path home, Clock clock, long limitBytes) {
        return open(home, clock, limitBytes, Durability.DISK);
    }

    static Spool open(Path home, Clock clock, long limitBytes, Durability durability) {
        SpoolFolders folders = new SpoolFolders(home.toAbsolutePath());
        try {
            folders.make();
            FileChannel lock = lock(folders.lock());
            try {
                Spool spool = new Spool(folders, lock, clock, limitBytes, durability);
                new Recovery(spool, spool.index, spool.removal).run();
                spool.makeRoomBeside(0);
                spool.keepReserve();
                return spool;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SpoolFault("the spool below " + home + " cannot be opened", e);
        }
    }

    public Outbox outbox() {
        return outbox;
    }

    public SpoolFolders folders() {
        return folders;
    }

    /** Begins a recording. Its label is on the disk before its file is. */
    public OpenRecording begin(RecordingDraft draft) {
        keepReserve();
        index.inTransaction(c -> {
            RecordingRows.insertDraft(c, draft);
            return true;
        });
        keepReserve(); // the label may have needed it
        try {
            return new OpenRecording(this, draft);
        } catch (IOException e) {
            forgetDraft(draft.id());
            throw new SpoolFault("recording " + draft.id() + " cannot be begun", e);
        }
    }

    /** Empty when the recording was never here, is still open, or was given up. */
    public Optional<KeptRecording> find(RecordingId id) {
        return index.inTransaction(c -> RecordingRows.find(c, id))
                .filter(row -> row.state() != RecordingRows.State.GONE && Files.exists(folders.closed(id)))
                .map(row -> new KeptRecording(id, folders.closed(id), row.bytes(), row.sha256()));
    }

    /** The JPEG of a recording, when one was made. */
    public Optional<Path> thumbnail(RecordingId id) {
        return Optional.of(folders.thumbnail(id)).filter(Files::exists);
    }

    /** Keeps a JPEG for a recording, closed or still open; the last one counts. */
    public void keepThumbnail(RecordingId id, byte[] jpeg) {
        Path file = folders.thumbnail(id);
        try {
            Path temporary = Files.write(file.resolveSibling(id + ".new"), jpeg);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new SpoolFault("the thumbnail of recording " + id + " cannot be kept", e);
        }
    }

    /** The vault has it, verified: of all there is to give up, this may go first. Unknown ids change nothing. */
    public void stored(RecordingId id) {
        index.inTransaction(c -> RecordingRows.markStored(c, id));
    }

    /** Deletes a recording and tells the hub; unknown ids change nothing. */
    public void remove(RecordingId id, String reason) {
        removal.remove(id, reason);
    }

    public SpoolUse use() {
        long bytes = index.inTransaction(RecordingRows::bytesKept);
        try {
            FileStore disk = Files.getFileStore(folders.root());
            return new SpoolUse(bytes, (int) (disk.getUsableSpace() * 100 / Math.max(1, disk.getTotalSpace())));
        } catch (IOException e) {
            throw new SpoolFault("the disk of the spool cannot be measured", e);
        }
    }

    @Override
    public void close() {
        index.close();
        try {
            lock.close();
        } catch (IOException e) {
            throw new SpoolFault("the lock of the spool cannot be given back", e);
        }
    }

    /** Gives up recordings until the rest and an open one of that size are within the limit. */
    void makeRoomBeside(long openBytes) {
        boolean more = true;
        while (more && index.inTransaction(RecordingRows::bytesKept) > limitBytes - openBytes) {
            more = giveUpOne("the edge needed the room");
        }
    }

    /** Where there is no room for it, older recordings go; when they have all gone, recording is tried without it. */
    private void keepReserve() {
        boolean more = true;
        while (more && !reserve.kept()) {
            more = giveUpOne("the disk was full");
        }
    }

    /** False when there is nothing left to give up. */
    boolean giveUpOne(String reason) {
        var victim = index.inTransaction(RecordingRows::nextToGiveUp);
        victim.ifPresent(row -> {
            boolean stored = row.state() == RecordingRows.State.STORED;
            LOG.warn("recording {} goes for room, {}", row.id(), stored ? "the vault has it" : "NEVER STORED");
            removeForRoom(row.id(), reason);
        });
        return victim.isPresent();
    }

    private void removeForRoom(RecordingId id, String reason) {
        try {
            removal.remove(id, reason);
        } catch (SpoolFault e) {
            // not even room for the note that it goes, so its file goes first; should we die in between, the next start
            // misses the file and tells the hub
            LOG.warn("recording {} goes before it is noted: {}", id, e.getMessage());
            removal.unlink(id);
            removal.remove(id, reason);
        }
    }

    void announceClosed(RecordingClosed closed) {
        index.inTransaction(c -> {
            RecordingRows.insert(c, closed);
            return outbox.append(c, closed, closed.startedAt().plusMillis(closed.durationMs()));
        });
        outbox.announce();
        makeRoomBeside(0);
    }

    void forgetDraft(RecordingId id) {
        index.inTransaction(c -> {
            RecordingRows.deleteDraft(c, id);
            return true;
        });
    }

    Durability durability() {
        return durability;
    }

    /** Held until the process ends, however it ends. */
    private static FileChannel lock(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException ours) {
            LOG.debug("this very process has it", ours);
        }
        channel.close();
        throw new SpoolFault("another agent runs on this home: " + file);
    }
}
