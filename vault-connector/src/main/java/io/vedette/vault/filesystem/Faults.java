package io.vedette.vault.filesystem;

import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The disk's failures in our words. Java tells a full or a write-protected one by the system's own sentence alone, which may be in any language. */
final class Faults {
    /** A disk with less than that takes nothing, whatever it says it has: a folder or the end of a file needs room, too. */
    private static final long LEAST = 1L << 20;

    private Faults() {}

    static BlobStoreFault of(String what, @Nullable Throwable cause) {
        return new BlobStoreFault(kind(cause), what, cause);
    }

    /**
     * Of something that was to be written; what its sentence does not tell, the disk does.
     *
     * @param folder on that disk
     * @param bytes that were still to be written
     */
    static BlobStoreFault writing(String what, @Nullable Throwable cause, Path folder, long bytes) {
        Kind said = kind(cause);
        return new BlobStoreFault(said == Kind.BROKEN ? kind(folder, bytes) : said, what, cause);
    }

    private static Kind kind(@Nullable Throwable cause) {
        String said = cause == null ? "" : String.valueOf(cause.getMessage());
        if (said.contains("No space left on device") || said.contains("Disk quota exceeded")) {
            return Kind.QUOTA;
        }
        if (cause instanceof AccessDeniedException || said.contains("Read-only file system")) {
            return Kind.REFUSED;
        }
        return cause instanceof NoSuchFileException ? Kind.ABSENT : Kind.BROKEN;
    }

    private static Kind kind(Path folder, long bytes) {
        try {
            FileStore disk = Files.getFileStore(folder);
            if (disk.isReadOnly()) {
                return Kind.REFUSED;
            }
            return disk.getUsableSpace() < Math.max(bytes, LEAST) ? Kind.QUOTA : Kind.BROKEN;
        } catch (IOException e) {
            return Kind.BROKEN; // it tells nothing of itself either
        }
    }
}
