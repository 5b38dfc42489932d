package io.vedette.agent.spool;

import io.vedette.contracts.id.AgentId;
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
import java.security.MessageDigest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The recordings at the edge, their index and the outbox. One process has it open at a time; safe for several threads,
 * which should be platform threads because SQLite is native code.
 */
public final class Spool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

    private final SpoolFolders folders;
    private final FileChannel lock;
    private final Reserve reserve;
    private final SpoolIndex index;
    private final Outbox outbox;
    private final LivedTime time;
    private final Removal removal;
    private final Sacrifice sacrifice;
    private final Durability durability;
    private final Surroundings.Room room;
    private final Clock clock;
    private final long mostBytes;
    private final Supplier<MessageDigest> sha256;
    private final Map<RecordingId, OpenRecording> growing = new ConcurrentHashMap<>();
    private volatile long openBytes;
    private volatile Consumer<GrowingRecording> onBegun = nobody -> {};

    private Spool(
            SpoolFolders folders,
            FileChannel lock,
            Reserve reserve,
            SpoolIndex index,
            SpoolBudget budget,
            Surroundings around) {
        this.folders = folders;
        this.lock = lock;
        this.reserve = reserve;
        this.index = index;
        this.outbox = new Outbox(index);
        this.durability = around.durability();
        this.room = around.room();
        this.clock = around.clock();
        this.sha256 = around.sha256();
        this.time = index.inTransaction(c -> LivedTime.goOn(c, around.clock(), around.nanos()));
        this.removal = new Removal(folders, index, outbox, durability, around.clock());
        SpoolBudget measured = budget.measured(
                around.room(), folders.recordings(), () -> index.inTransaction(RecordingRows::bytesKept));
        this.mostBytes = measured.bytes();
        this.sacrifice = new Sacrifice(folders, index, removal, time, around.room(), measured);
    }

    /** Opens with four fifths of the disk as its only limit, counting what it has already. */
    public static Spool open(Path home, Clock clock) {
        return open(home, SpoolBudget.of(SpoolBudget.FOUR_FIFTHS_OF_THE_DISK), Surroundings.real(clock), false);
    }

    /** Opens with a limit of bytes alone; see {@link #open(Path, Clock, SpoolBudget, Supplier)}. */
    public static Spool open(Path home, Clock clock, long limitBytes) {
        return open(home, SpoolBudget.of(limitBytes), Surroundings.real(clock), false);
    }

    /**
     * Opens, or makes, the spool below an agent's home and mends what a crash left.
     *
     * @param sha256 a fresh digest, for the recordings to come
     * @throws SpoolFault when the disk refuses, another process has it open, or what lies there is not this home's
     */
    public static Spool open(Path home, Clock clock, SpoolBudget budget, Supplier<MessageDigest> sha256) {
        return open(home, budget, Surroundings.real(clock, sha256), false);
    }

    /**
     * As {@link #open(Path, Clock, SpoolBudget, Supplier)}, for an edge vault: what lies here is brought by agents, see
     * {@link Incoming}. From then on the folder itself says so, to whoever opens or checks it.
     */
    public static Spool openVault(Path home, Clock clock, SpoolBudget budget) {
        return openVault(home, budget, Surroundings.real(clock));
    }

    static Spool openVault(Path home, SpoolBudget budget, Surroundings around) {
        SpoolFolders folders = new SpoolFolders(home.toAbsolutePath());
        try {
            folders.make();
            folders.makeIncoming();
        } catch (IOException e) {
            throw new SpoolFault("the spool below " + home + " cannot be opened", e);
        }
        return open(home, budget, around, false);
    }

    /**
     * Takes what lies below a home as this home's, after {@link #open} refused it and a person knows better. Opens it, mends
     * it and closes it again.
     */
    public static void adopt(Path home, Clock clock) {
        open(home, SpoolBudget.of(Long.MAX_VALUE), Surroundings.real(clock), true)
                .close();
    }

    static Spool open(Path home, SpoolBudget budget, Surroundings around, boolean adopting) {
        SpoolFolders folders = new SpoolFolders(home.toAbsolutePath());
        try {
            folders.make();
            FileChannel lock = lock(folders.lock());
            try {
                Reserve reserve = new Reserve(folders.reserve());
                new RoomToStart(folders, reserve, around.room()).make();
                SpoolIndex index = new SpoolOpening(folders, adopting).open(reserve::givenUp);
                try {
                    return mended(new Spool(folders, lock, reserve, index, budget, around));
                } catch (IOException | RuntimeException e) {
                    index.close();
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new SpoolFault("the spool below " + home + " cannot be opened", e);
        }
    }

    private static Spool mended(Spool spool) throws IOException {
        new Recovery(spool, spool.index, spool.removal).run();
        spool.makeRoomBeside(0, 0);
        spool.keepReserve();
        spool.givenUp()
                .forEach(one -> LOG.info(
                        "so far {} recordings ({} bytes, {}) were given up: {}",
                        one.recordings(),
                        one.bytes(),
                        one.inVault() ? "the vault has them" : "never stored",
                        one.reason().words()));
        return spool;
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
            Drafts.insert(c, draft);
            return true;
        });
        keepReserve(); // the label may have needed it
        while (true) {
            try {
                OpenRecording begun = new OpenRecording(this, draft);
                growing.put(draft.id(), begun);
                onBegun.accept(begun.growing());
                return begun;
            } catch (IOException e) {
                if (!giveUpFor(e)) {
                    forgetDraft(draft.id());
                    throw new SpoolFault("recording " + draft.id() + " cannot be begun", e);
                }
            }
        }
    }

    /** Told of each recording that begins, on the thread that begins it: must not block and must not throw. */
    public void onBegun(Consumer<GrowingRecording> listener) {
        onBegun = listener;
    }

    /** Empty when it does not grow; whoever looks for it here first, then with {@link #find}, does not miss its closing. */
    public Optional<GrowingRecording> growing(RecordingId id) {
        return Optional.ofNullable(growing.get(id)).map(OpenRecording::growing);
    }

    /** What grows at this moment: one recording, or none. */
    public List<GrowingRecording> growing() {
        return growing.values().stream().map(OpenRecording::growing).toList();
    }

    void growsNoMore(OpenRecording one) {
        growing.remove(one.id());
    }

    /** Empty when the recording was never here, is still open, or was given up. */
    public Optional<KeptRecording> find(RecordingId id) {
        return index.inTransaction(c -> RecordingRows.find(c, id))
                .filter(row -> row.state() != RecordingRows.State.GONE && Files.exists(folders.closed(id)))
                .map(row -> new KeptRecording(id, folders.closed(id), row.bytes(), row.sha256()));
    }

    /** The next recordings at the edge, in the order of closing, oldest first; from the first one on with number 0. */
    public List<ClosedRecording> closedAfter(long number, int most) {
        return index.inTransaction(c -> ClosedRows.after(c, number, most, time.seconds()));
    }

    /** As {@link #closedAfter}, without those that this vault was brought. */
    public List<ClosedRecording> toBring(AgentId vault, long number, int most) {
        return index.inTransaction(c -> ClosedRows.toBring(c, vault, number, most, time.seconds()));
    }

    /** The vault of the site has it, verified: it may go before what lies nowhere else. Unknown ids change nothing. */
    public void brought(RecordingId id, AgentId vault) {
        index.inTransaction(c -> RecordingRows.markBrought(c, id, vault));
    }

    /** This is the vault of the site now: what another one was brought may be lost with it, and is the only copy again. */
    public void broughtNowhereBut(AgentId vault) {
        index.inTransaction(c -> RecordingRows.forgetBroughtBut(c, vault.toString()));
    }

    /** The site has no vault any more: as {@link #broughtNowhereBut}, for all of them. */
    public void broughtNowhere() {
        index.inTransaction(c -> RecordingRows.forgetBroughtBut(c, ""));
    }

    /** What an agent brought here; empty when it is not here, or not yet whole. */
    public Optional<BroughtRecording> broughtHere(RecordingId id) {
        return index.inTransaction(c -> RecordingRows.brought(c, id));
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
        removal.remove(id, GivenUp.Reason.ASKED, reason);
    }

    /** What was given up over the whole life of this spool, by reason and by whether the vault had it. */
    public List<GivenUp> givenUp() {
        return index.inTransaction(GivenUpRows::all);
    }

    /** To be called every few minutes: age and the room of others do not wait for the next recording. */
    public void upkeep() {
        index.inTransaction(c -> {
            time.keep(c);
            return true;
        });
        makeRoomBeside(openBytes, 0);
    }

    public SpoolUse use() {
        long bytes = index.inTransaction(RecordingRows::bytesKept);
        try {
            FileStore disk = Files.getFileStore(folders.recordings());
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

    /** @param news bytes of it that came since this was called last */
    void makeRoomBeside(long growing, long news) {
        openBytes = growing;
        sacrifice.makeRoom(growing, news);
    }

    /** Answers a refusal of the disk; false when it was not for want of room, or nothing is left to give up. */
    boolean giveUpFor(IOException refusal) {
        return DiskFull.is(refusal, folders.recordings(), room) && giveUpForWrite();
    }

    /** False when there is nothing left to give up. */
    boolean giveUpForWrite() {
        return sacrifice.one(GivenUp.Reason.DISK_FULL);
    }

    /** Where there is no room for it, older recordings go; when they have all gone, recording is tried without it. */
    private void keepReserve() {
        boolean more = true;
        while (more && !reserve.kept()) {
            more = giveUpForWrite();
        }
    }

    void announceClosed(RecordingClosed closed) {
        index.inTransaction(c -> {
            long told = outbox.append(c, closed, closed.startedAt().plusMillis(closed.durationMs()));
            RecordingRows.insert(c, closed, RecordingRows.State.KEPT, told, time.seconds());
            time.keep(c);
            return told;
        });
        outbox.announce();
    }

    /** A recording of another agent lies here, durable and verified. */
    void announceKept(BroughtRecording brought) {
        index.inTransaction(c -> {
            long told = outbox.append(c, brought.kept(), clock.instant());
            RecordingRows.insert(c, brought, RecordingRows.State.KEPT, told, time.seconds());
            time.keep(c);
            return told;
        });
        outbox.announce();
    }

    /** Whether there is any row of it, also one of a recording that is being deleted. */
    boolean hasRow(RecordingId id) {
        return index.inTransaction(c -> RecordingRows.find(c, id)).isPresent();
    }

    /** Most bytes of recordings that are kept. */
    long mostBytes() {
        return mostBytes;
    }

    /** Whether the disk could take so many bytes now. */
    boolean couldTake(long bytes) throws IOException {
        return room.in(folders.recordings()) > bytes;
    }

    Clock clock() {
        return clock;
    }

    void forgetDraft(RecordingId id) {
        index.inTransaction(c -> {
            Drafts.delete(c, id);
            return true;
        });
    }

    /** A fresh SHA-256, of the kind that recordings are hashed with. */
    public MessageDigest freshSha256() {
        return sha256.get();
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
