package io.vedette.vault.intake;

import io.vedette.contracts.id.UploadId;
import io.vedette.vault.Sha256;

/** What an upload must turn out to be: its length in bytes and the hash over all of it. */
public record UploadPlan(UploadId upload, long bytes, Sha256 sha256) {
    public UploadPlan {
        if (bytes < 1) {
            throw new IllegalArgumentException("an upload has bytes");
        }
    }
}
