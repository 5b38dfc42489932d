package io.vedette.vault.s3;

/** Whether the store knows the checksums that Amazon's SDK has sent on its own accord since 2025; older stores refuse them. */
public enum S3Checksums {
    /** Sent and compared wherever the store can. */
    WHEN_SUPPORTED,
    /** Only where S3 asks for them. */
    WHEN_REQUIRED
}
