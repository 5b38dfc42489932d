package io.vedette.vault.intake;

import io.vedette.vault.Sha256;
import java.nio.file.Path;

/** Whether an upload is what it was announced to be. */
public sealed interface Finishing {
    /** Length and hash are right and the file is synced. It is the caller's to move away; then {@link Intake#forget}. */
    record Verified(Path file) implements Finishing {}

    /** All bytes came, and they are wrong. They have been thrown away: the upload begins again at 0, if it may. */
    record Mismatch(Sha256 found) implements Finishing {}

    /** Bytes are missing; the upload continues at {@code offset}. Also the answer once the file was moved away. */
    record Incomplete(long offset) implements Finishing {}

    /** The upload was called off; its bytes are gone. */
    record Cancelled() implements Finishing {}
}
