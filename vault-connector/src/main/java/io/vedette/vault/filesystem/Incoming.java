package io.vedette.vault.filesystem;

import io.vedette.vault.BlobCorrupt;
import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobSpec;
import io.vedette.vault.Sha256;
import io.vedette.vault.disk.DurableFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** What is not whole yet: on the same file system as the blobs, under names no key can have. */
final class Incoming {
    private static final int BUFFER = 64 * 1024;

    private final DurableFolder folder;
    private final Path place;
    private final AtomicLong names = new AtomicLong();

    Incoming(DurableFolder folder) throws IOException {
        this.folder = folder;
        this.place = folder.root().resolve(".incoming");
        folder.createFolders(place);
    }

    void sweep(Instant before) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(place, "*.tmp")) {
            for (Path file : files) {
                Instant touched = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
                        .toInstant();
                if (touched.isBefore(before)) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Writes the body into a file that is whole, right and synced when this returns, and gone when this throws. */
    Path receive(BlobKey key, InputStream body, BlobSpec spec) throws IOException {
        Path file = fresh();
        boolean right = false;
        try (FileChannel channel = create(file)) {
            copy(key, body, spec, channel);
            force(channel, spec.bytes());
            right = true;
            return file;
        } finally {
            if (!right) {
                discard(file);
            }
        }
    }

    /** The same from a file: the kernel copies it, and the copy is read for its hash while the disk takes it. */
    Path receive(BlobKey key, Path source, BlobSpec spec) throws IOException {
        Path file = fresh();
        boolean right = false;
        try (FileChannel channel = create(file)) {
            if (copied(source, channel, spec.bytes())) {
                try (Flush flush = Flush.begin(place, () -> channel.force(true))) {
                    requireOwnHash(key, file, spec);
                    flush.await();
                }
                right = true;
                return file;
            }
        } finally {
            if (!right) {
                discard(file);
            }
        }
        try (InputStream body = Files.newInputStream(source)) {
            return receive(key, body, spec); // tells which of the two sides it is that fails
        }
    }

    private static boolean copied(Path source, FileChannel to, long bytes) {
        try (FileChannel from = FileChannel.open(source, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            long at = 0;
            long some = 1;
            while (at < bytes && some > 0) {
                some = from.transferTo(at, bytes - at, to);
                at += some;
            }
            return at == bytes;
        } catch (IOException e) {
            return false;
        }
    }

    private static void requireOwnHash(BlobKey key, Path file, BlobSpec spec) {
        try {
            requireHash(key, file, spec);
        } catch (IOException e) {
            throw Faults.of("cannot read what was written of blob " + key, e);
        }
    }

    /** Reads a whole file. */
    static void requireHash(BlobKey key, Path file, BlobSpec spec) throws IOException {
        MessageDigest digest = Sha256.computing();
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, spec.bytes()))];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        if (!Sha256.of(digest).equals(spec.sha256())) {
            throw new BlobCorrupt(key, "the file has another hash than declared");
        }
    }

    /** Whether a file is one of those that are not whole yet, and so nothing that anybody looks for by its old name. */
    boolean holds(Path file) {
        return place.equals(file.getParent());
    }

    /** A small file of our own making, whole and synced. */
    Path write(byte[] content) throws IOException {
        Path file = fresh();
        try (FileChannel channel = folder.create(file)) {
            writeAll(channel, ByteBuffer.wrap(content));
            channel.force(true);
        }
        return file;
    }

    static void discard(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw Faults.of("cannot clear up in the vault's folder", e);
        }
    }

    private Path fresh() {
        // the process id keeps two processes apart, the counter two threads
        return place.resolve(
                ProcessHandle.current().pid() + "-" + System.nanoTime() + "-" + names.incrementAndGet() + ".tmp");
    }

    private void copy(BlobKey key, InputStream body, BlobSpec spec, FileChannel channel) throws IOException {
        MessageDigest digest = Sha256.computing();
        byte[] buffer = new byte[(int) Math.min(BUFFER, Math.max(1, spec.bytes()))];
        long left = spec.bytes();
        while (left > 0) {
            int read = body.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new BlobCorrupt(key, "the body ended " + left + " bytes early");
            }
            digest.update(buffer, 0, read);
            try {
                writeAll(channel, ByteBuffer.wrap(buffer, 0, read));
            } catch (IOException e) {
                throw Faults.writing("cannot write blob " + key, e, place, left);
            }
            left -= read;
        }
        if (!Sha256.of(digest).equals(spec.sha256())) {
            throw new BlobCorrupt(key, "the body has another hash than declared");
        }
    }

    private FileChannel create(Path file) {
        try {
            return folder.create(file);
        } catch (IOException e) {
            throw Faults.writing("cannot write into the vault's folder", e, place, 0);
        }
    }

    private void force(FileChannel channel, long bytes) {
        try {
            channel.force(true);
        } catch (IOException e) {
            throw Faults.writing("the disk did not take a blob", e, place, bytes);
        }
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }
}
