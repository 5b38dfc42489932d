package io.vedette.vault.intake;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.Sha256;
import io.vedette.vault.disk.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One upload's file and who may write it. The file alone is the truth; the running hash is only kept so that the end need not
 * read everything again. Whatever changes the part wants the lock to be held; it is held for a disk operation,
 * never while a client is waited for.
 */
final class Part {
    final UploadId upload;
    final ReentrantLock lock = new ReentrantLock();
    /** How many calls are using this object now; kept by {@link Parts}. */
    int users;

    private final DurableFolder folder;
    private final Path file;
    private volatile boolean cancelled;
    private @Nullable Writer writer;
    private @Nullable FileChannel channel;
    private MessageDigest digest = Sha256.computing();
    /** How many bytes of the file went into the digest; another number than the file's length means: compute anew. */
    private long digested;

    Part(UploadId upload, DurableFolder folder) {
        this.upload = upload;
        this.folder = folder;
        this.file = folder.root().resolve(upload + ".part");
    }

    boolean lockSoon() {
        try {
            return lock.tryLock(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    boolean cancelled() {
        return cancelled;
    }

    Path file() {
        return file;
    }

    long length() {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw fault(e);
        }
    }

    Optional<Instant> changedAt() {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** With nobody seated. The digest no longer fits and will be computed anew. */
    void truncate(long bytes) {
        try (FileChannel open = folder.append(file)) {
            open.truncate(bytes);
            open.force(true);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** Gives the place to a new writer; the former one, if any, can write nothing from here on. */
    void seat(Writer next) {
        unseat(Appending.Cut.Why.TAKEN_OVER);
        try {
            boolean made = !Files.exists(file);
            channel = folder.append(file);
            if (made) {
                DurableFolder.sync(folder.root());
            }
            writer = next;
        } catch (IOException e) {
            close();
            throw fault(e);
        }
    }

    boolean seats(Writer one) {
        return writer == one;
    }

    void write(byte[] bytes, int count) {
        FileChannel open = channel;
        if (open == null) {
            throw new IllegalStateException("nobody is seated");
        }
        long before = length();
        try {
            ByteBuffer left = ByteBuffer.wrap(bytes, 0, count);
            while (left.hasRemaining()) {
                open.write(left);
            }
        } catch (IOException e) {
            throw fault(e); // what was written stays and counts; the digest no longer fits and will be computed anew
        }
        if (digested == before) {
            digest.update(bytes, 0, count);
            digested += count;
        }
    }

    /**
     * The writer leaves, its bytes are synced. If the disk does not take them, nobody knows which of them are there: the part is
     * thrown away rather than asked again.
     */
    void leave(Writer one) {
        if (writer != one) {
            return; // sent away before; the place is another's
        }
        writer = null;
        sync();
        close();
    }

    void unseat(Appending.Cut.Why why) {
        Writer former = writer;
        writer = null;
        close();
        if (former != null) {
            former.sendAway(why);
        }
    }

    /** Before the lock is had, so that the running append stops at its next buffer even if the disk hangs. */
    void callOff() {
        cancelled = true;
    }

    /** Hash over the whole file, which is synced. */
    Sha256 hash() {
        try {
            DurableFolder.sync(file);
            if (digested != length()) {
                readAgain();
            }
            return Sha256.of(clone(digest));
        } catch (IOException e) {
            throw fault(e);
        }
    }

    void remove() {
        unseat(Appending.Cut.Why.TAKEN_OVER);
        digest = Sha256.computing();
        digested = 0;
        try {
            folder.delete(file);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private void sync() {
        try {
            if (channel != null) {
                channel.force(true);
            }
        } catch (IOException e) {
            remove();
            throw fault(e);
        }
    }

    private void readAgain() throws IOException {
        digest = Sha256.computing();
        digested = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                digested += read;
            }
        }
    }

    private static MessageDigest clone(MessageDigest running) {
        try {
            return (MessageDigest) running.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 can be cloned", e);
        }
    }

    private void close() {
        FileChannel open = channel;
        channel = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private BlobStoreFault fault(IOException cause) {
        return new BlobStoreFault("the disk failed under upload " + upload, cause);
    }
}
