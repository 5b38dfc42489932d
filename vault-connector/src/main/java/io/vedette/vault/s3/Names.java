package io.vedette.vault.s3;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import io.vedette.vault.NamePrefix;
import java.util.Optional;

/** From key to the object's name in the bucket and back. */
record Names(String bucket, NamePrefix prefix) {
    String of(BlobKey key) {
        return prefix.of(key);
    }

    String of(BlobPrefix some) {
        return prefix.of(some);
    }

    /** Empty for an object that is none of ours. */
    Optional<BlobKey> key(String object) {
        return prefix.key(object);
    }
}
