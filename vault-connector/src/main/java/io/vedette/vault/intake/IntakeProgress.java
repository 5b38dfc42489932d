package io.vedette.vault.intake;

import io.vedette.contracts.id.UploadId;

/**
 * Hears how far an upload is. Called on the appending thread: at the end of each append, and in between not more often than every
 * 64 KiB and every 200 ms. Must return soon and must not throw.
 */
@FunctionalInterface
public interface IntakeProgress {
    void reached(UploadId upload, long offset);

    IntakeProgress NOBODY = (upload, offset) -> {};
}
