package io.vedette.vault.filesystem;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobEntry;
import io.vedette.vault.BlobInfo;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobNotFound;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.BlobStore;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.disk.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Blobs in a folder of the owner's choice; the room sign of this package tells what lies there. */
public final class FileSystemBlobStore implements BlobStore {
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    private static final int STRIPES = 64;
    /** A file that is being written is touched all the time; another process may have one here, so not every file is stale. */
    private static final Duration STALE = Duration.ofHours(1);

    private final DurableFolder folder;
    private final Layout layout;
    private final Incoming incoming;
    private final ReentrantLock[] placing =
            IntStream.range(0, STRIPES).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);

    private FileSystemBlobStore(DurableFolder folder, Incoming incoming) {
        this.folder = folder;
        this.layout = new Layout(folder.root());
        this.incoming = incoming;
    }

    /** Opens the folder, makes it when it is not there, and sweeps what a crash left half written more than an hour ago. */
    public static FileSystemBlobStore open(Path root, Clock clock) {
        try {
            DurableFolder folder = DurableFolder.open(root);
            FileSystemBlobStore store = new FileSystemBlobStore(folder, new Incoming(folder));
            store.sweep(clock.instant().minus(STALE));
            return store;
        } catch (IOException e) {
            throw Faults.of("cannot open the vault's folder", e);
        }
    }

    @Override
    public BlobInfo put(BlobKey key, InputStream body, BlobSpec spec) throws IOException {
        return put(key, spec, () -> incoming.receive(key, body, spec));
    }

    /** The kernel copies it; its hash is computed while the disk takes the copy. */
    @Override
    public BlobInfo put(BlobKey key, Path file, BlobSpec spec) throws IOException {
        BlobStore.requireFile(key, file, spec);
        return put(key, spec, () -> incoming.receive(key, file, spec));
    }

    /** Brings a blob as far as it can be brought without being seen. */
    @FunctionalInterface
    private interface Receiving {
        Path file() throws IOException;
    }

    private BlobInfo put(BlobKey key, BlobSpec spec, Receiving receiving) throws IOException {
        Optional<BlobInfo> there = already(key, spec);
        if (there.isPresent()) {
            return there.get();
        }
        Path whole = receiving.file();
        try {
            return place(key, whole, spec);
        } catch (IOException e) {
            throw notStored(key, e);
        } finally {
            Incoming.discard(whole); // gone already when it was moved to its place
        }
    }

    /** Moves the file when it lies on the vault's file system. It is read once, to be sure of its hash. */
    @Override
    public BlobInfo adopt(BlobKey key, Path file, BlobSpec spec) throws IOException {
        BlobStore.requireFile(key, file, spec);
        try (Flush flush = Flush.begin(folder.root(), () -> DurableFolder.sync(file))) {
            Incoming.requireHash(key, file, spec);
            flush.await();
        }
        try {
            BlobInfo stored = place(key, file, spec);
            Files.deleteIfExists(file); // still there when the same content was stored before
            return stored;
        } catch (AtomicMoveNotSupportedException e) {
            return BlobStore.super.adopt(key, file, spec);
        } catch (IOException e) {
            throw notStored(key, e);
        }
    }

    /** Its own bytes are on the disk by then. */
    private BlobStoreFault notStored(BlobKey key, IOException cause) {
        return Faults.writing("cannot store blob " + key, cause, folder.root(), 0);
    }

    @Override
    public Optional<BlobInfo> find(BlobKey key) {
        try {
            return look(key);
        } catch (BlobCorrupt perhaps) {
            ReentrantLock lock = lockOf(key);
            lock.lock(); // blob and sidecar are two files: it may have been replaced between the two looks
            try {
                return look(key);
            } finally {
                lock.unlock();
            }
        }
    }

    private Optional<BlobInfo> look(BlobKey key) {
        Path blob = layout.blob(key);
        try {
            if (!Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            BlobSpec spec = Sidecar.read(key, layout.sidecar(key));
            long bytes = Files.size(blob);
            if (bytes != spec.bytes()) {
                throw new BlobCorrupt(key, "has " + bytes + " bytes and should have " + spec.bytes());
            }
            return Optional.of(BlobInfo.of(key, spec));
        } catch (NoSuchFileException e) {
            if (Files.isRegularFile(blob, LinkOption.NOFOLLOW_LINKS)) {
                throw new BlobCorrupt(key, "its sidecar is missing");
            }
            return Optional.empty(); // deleted between two looks
        } catch (IOException e) {
            throw Faults.of("cannot look at blob " + key, e);
        }
    }

    @Override
    public InputStream open(BlobKey key) {
        return open(key, 0, Long.MAX_VALUE);
    }

    @Override
    public InputStream open(BlobKey key, long offset, long length) {
        if (offset < 0 || length < 0) {
            throw new IllegalArgumentException("a range begins at 0 or later and is not negative");
        }
        BlobInfo info = info(key);
        try {
            FileChannel channel = FileChannel.open(layout.blob(key), READ);
            channel.position(Math.min(offset, info.bytes()));
            return new Range(Channels.newInputStream(channel), length);
        } catch (NoSuchFileException e) {
            throw new BlobNotFound(key);
        } catch (IOException e) {
            throw Faults.of("cannot open blob " + key, e);
        }
    }

    @Override
    public void delete(BlobKey key) {
        ReentrantLock lock = lockOf(key);
        lock.lock();
        try {
            folder.delete(layout.blob(key)); // first, so that the blob is gone whatever comes next
            folder.delete(layout.sidecar(key));
        } catch (IOException e) {
            throw Faults.of("cannot delete blob " + key, e);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public Stream<BlobEntry> list(BlobPrefix prefix) {
        return new Listing(folder.root()).under(prefix);
    }

    /** By when a file was last written to. */
    @Override
    public void sweep(Instant before) {
        try {
            incoming.sweep(before);
        } catch (IOException e) {
            throw Faults.of("cannot clear up in the vault's folder", e);
        }
    }

    private BlobInfo place(BlobKey key, Path whole, BlobSpec spec) throws IOException {
        ReentrantLock lock = lockOf(key);
        lock.lock();
        try {
            Optional<BlobInfo> there = already(key, spec); // somebody may have been faster
            if (there.isPresent()) {
                return there.get();
            }
            Path blob = layout.blob(key);
            folder.createFolders(layout.folder(key));
            folder.delete(blob); // a damaged one, if any; it must not be seen beside the new sidecar
            folder.place(incoming.write(Sidecar.write(spec)), layout.sidecar(key));
            if (incoming.holds(whole)) {
                folder.place(whole, blob);
            } else {
                folder.move(whole, blob);
            }
            return BlobInfo.of(key, spec);
        } finally {
            lock.unlock();
        }
    }

    /** The same content, if it is there. A damaged blob counts as absent: putting it again heals it. */
    private Optional<BlobInfo> already(BlobKey key, BlobSpec spec) {
        Optional<BlobInfo> there;
        try {
            there = find(key);
        } catch (BlobCorrupt damaged) {
            return Optional.empty();
        }
        if (there.isPresent() && !there.get().sameContentAs(spec)) {
            throw new BlobCorrupt(key, "other content is stored under this key");
        }
        return there;
    }

    private ReentrantLock lockOf(BlobKey key) {
        return placing[Math.floorMod(key.hashCode(), STRIPES)];
    }
}
