package io.vedette.vault;

import java.time.Duration;

/**
 * What a store can let others do with a blob directly, so that its bytes do not pass through us. Makes addresses without asking the
 * store. Any thread.
 */
public interface SignedAccess {
    /** What S3 and Azure both allow. */
    Duration LONGEST = Duration.ofDays(7);

    /** Reads the blob, whole or ranges of it, under the type it was put with. Says nothing about whether it is there. */
    SignedAddress get(BlobKey key, Duration validFor);

    /**
     * Puts a blob in one piece, once. The store compares the bytes with the declared ones as far as it can: whoever made the address
     * has to {@link BlobStore#find} the blob before it relies on it, and {@link BlobStore#verify} when the store checks no hash.
     */
    SignedAddress put(BlobKey key, BlobSpec spec, Duration validFor);

    static void requireValid(Duration validFor) {
        if (validFor.compareTo(Duration.ofSeconds(1)) < 0 || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("an address is signed for a second to seven days");
        }
    }
}
