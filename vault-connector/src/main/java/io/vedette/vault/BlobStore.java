package io.vedette.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A place for blobs that never change: a folder, a bucket, a container.
 *
 * <p>Every provider promises: a blob is seen under its key only when it is whole, has the declared length and hash, and will
 * survive a power cut; a key is written once. It throws {@link BlobNotFound}, {@link BlobCorrupt} and {@link BlobStoreFault}
 * and nothing of its own. {@link IOException} comes out of a {@code put} only when the caller's own body or file cannot be
 * read. All methods may be called from any thread, and block.
 *
 * <p>The surface asks for what folders, S3, GCS and Azure all have; multipart, part sizes and retries are the provider's
 * affair. There is no rename.
 */
public interface BlobStore extends AutoCloseable {
    /**
     * Lets a blob in. Reads at most {@code spec.bytes()} bytes of the body, and does not close it. If the same content is there
     * already, that is success, and the body may be left unread.
     *
     * @throws BlobCorrupt the body is shorter or has another hash, or other content lives under this key; nothing has changed
     * @throws IOException the body broke off; nothing has changed
     */
    BlobInfo put(BlobKey key, InputStream body, BlobSpec spec) throws IOException;

    /** The same from a file, which stays where it is. A provider that sends parts can send one again. */
    default BlobInfo put(BlobKey key, Path file, BlobSpec spec) throws IOException {
        requireFile(key, file, spec);
        try (InputStream body = Files.newInputStream(file)) {
            return put(key, body, spec);
        }
    }

    /**
     * The same, and the file is gone afterwards. A provider on the file's own file system moves it instead of making a second
     * copy. Nobody may write to the file any more. After an exception the file is still there, unless the blob is.
     */
    default BlobInfo adopt(BlobKey key, Path file, BlobSpec spec) throws IOException {
        BlobInfo stored = put(key, file, spec);
        Files.delete(file);
        return stored;
    }

    /** Empty when there is no such blob; {@link BlobCorrupt} when there is something, but not what was let in. */
    Optional<BlobInfo> find(BlobKey key);

    default BlobInfo info(BlobKey key) {
        return find(key).orElseThrow(() -> new BlobNotFound(key));
    }

    /** The whole blob. The hash is not computed again, see {@link #verify}. The caller closes the stream. */
    InputStream open(BlobKey key);

    /**
     * {@code length} bytes from {@code offset} on, both in bytes; what lies behind the end is left out, so the stream may be
     * shorter, or empty. The caller closes it.
     */
    InputStream open(BlobKey key, long offset, long length);

    /** Takes a blob away; if there is none, that is success too. Streams that are open may go on or break. */
    void delete(BlobKey key);

    /** All blobs under a prefix in the order of their keys, fetched as the stream is consumed. The caller closes the stream. */
    Stream<BlobEntry> list(BlobPrefix prefix);

    /** Addresses for others, if the store can be reached by them. */
    default Optional<SignedAccess> signed() {
        return Optional.empty();
    }

    /** Addresses by which others send a blob in parts, if the store can be reached by them and takes it so. */
    default Optional<SignedParts> inParts() {
        return Optional.empty();
    }

    /** Clears away what broken-off puts have left that began before this instant. Whole blobs are not touched. */
    void sweep(Instant before);

    /** Gives back connections and threads. For whoever opened it, once nothing is under way any more. */
    @Override
    default void close() {}

    /**
     * Reads the whole blob and compares size and hash with what was let in.
     *
     * @throws BlobCorrupt they differ: the storage has lost or changed bytes
     */
    default BlobInfo verify(BlobKey key) {
        BlobInfo info = info(key);
        if (!Measured.of(key, open(key)).equals(new Measured(info.bytes(), info.sha256()))) {
            throw new BlobCorrupt(key, "the stored bytes are not those that were let in");
        }
        return info;
    }

    /** Common guard of the file variants: a regular file (no link) of the declared length. */
    static void requireFile(BlobKey key, Path file, BlobSpec spec) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(file.toString(), null, "not a regular file");
        }
        long bytes = Files.size(file);
        if (bytes != spec.bytes()) {
            throw new BlobCorrupt(key, "the file has " + bytes + " bytes and should have " + spec.bytes());
        }
    }
}
