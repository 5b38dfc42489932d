package io.vedette.vault.s3;

import io.vedette.vault.BlobKey;
import io.vedette.vault.BlobPrefix;
import java.util.Optional;

/** From key to the object's name in the bucket and back. */
record Names(String bucket, String prefix) {
    String of(BlobKey key) {
        return prefix + key.path();
    }

    String of(BlobPrefix some) {
        return prefix + some.path();
    }

    /** Empty for an object that is none of ours. */
    Optional<BlobKey> key(String object) {
        if (!object.startsWith(prefix)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BlobKey(object.substring(prefix.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
