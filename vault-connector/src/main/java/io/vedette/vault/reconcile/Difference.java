package io.vedette.vault.reconcile;

import io.vedette.vault.BlobKey;

/** Where store and list do not agree. */
public sealed interface Difference {
    BlobKey key();

    /** Named, and not there. */
    record Missing(BlobKey key) implements Difference {}

    /** There, and not named. */
    record Extra(BlobKey key, long bytes) implements Difference {}

    /** There, with another length. */
    record OtherSize(BlobKey key, long expected, long found) implements Difference {}

    /** There, with the right length and other bytes. Told only by reading them. */
    record OtherBytes(BlobKey key) implements Difference {}
}
