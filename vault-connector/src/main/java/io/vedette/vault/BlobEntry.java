package io.vedette.vault;

/** One row of a listing: what every store tells without a second question. */
public record BlobEntry(BlobKey key, long bytes) {}
