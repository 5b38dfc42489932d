package io.vedette.hub.vaults;

/** What is spoken with a place that an owner brought. */
public enum StorageKind {
    /** Amazon's S3 and everything that speaks it. */
    S3,
    /** Azure Blob Storage. */
    AZURE
}
