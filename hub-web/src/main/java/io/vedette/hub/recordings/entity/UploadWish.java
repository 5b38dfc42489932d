package io.vedette.hub.recordings.entity;

import io.vedette.contracts.link.UploadPriority;
import java.time.Instant;
import java.util.Optional;

/**
 * In which way an upload is asked for.
 *
 * @param deadline after which it is of no use any more; empty: whenever it comes
 * @param span what it was asked for with; empty: by itself
 */
public record UploadWish(UploadPriority priority, Optional<Instant> deadline, Optional<SpanId> span) {
    /** A person asks for one recording. */
    public static final UploadWish PLAIN = of(UploadPriority.WANTED);

    public static UploadWish of(UploadPriority priority) {
        return new UploadWish(priority, Optional.empty(), Optional.empty());
    }
}
