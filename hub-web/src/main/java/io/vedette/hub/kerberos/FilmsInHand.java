package io.vedette.hub.kerberos;

import io.vedette.contracts.id.UploadId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Films of which somebody is making a recording, or which somebody throws away. Into a slow bucket that takes minutes, in which nobody
 * else may touch what is here of them. Any thread.
 */
@Singleton
public class FilmsInHand {
    private final Set<UploadId> uploads = ConcurrentHashMap.newKeySet();

    boolean has(UploadId upload) {
        return uploads.contains(upload);
    }

    /** Empty, and nothing was done, while somebody else has it in hand. */
    <T> Optional<T> alone(UploadId upload, Supplier<T> work) {
        if (!uploads.add(upload)) {
            return Optional.empty();
        }
        try {
            return Optional.of(work.get());
        } finally {
            uploads.remove(upload);
        }
    }
}
