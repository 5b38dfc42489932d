package io.vedette.vault.reconcile;

import io.vedette.vault.BlobKey;
import io.vedette.vault.Sha256;
import java.util.Optional;

/**
 * A blob that the list names.
 *
 * @param content its length in bytes and hash; empty when the list does not know them
 */
public record Expected(BlobKey key, Optional<Content> content) {
    /** What a blob has to be. */
    public record Content(long bytes, Sha256 sha256) {}

    public Expected(BlobKey key, long bytes, Sha256 sha256) {
        this(key, Optional.of(new Content(bytes, sha256)));
    }

    public Expected(BlobKey key) {
        this(key, Optional.empty());
    }
}
