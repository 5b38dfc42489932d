package io.vedette.vault.filesystem;

import io.vedette.vault.BlobStoreFault;
import io.vedette.vault.BlobStoreFault.Kind;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.jspecify.annotations.Nullable;

/** The disk's failures in our words. Java tells a full or a write-protected one by the system's own sentence alone. */
final class Faults {
    private Faults() {}

    static BlobStoreFault of(String what, @Nullable Throwable cause) {
        return new BlobStoreFault(kind(cause), what, cause);
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
}
