package io.vedette.hub.retention;

import io.vedette.hub.recordings.entity.RecordingMove;
import io.vedette.hub.vaults.StorageProviderId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the last runs did, and what moves, for programs. */
final class RunDocuments {
    private RunDocuments() {}

    /**
     * A run.
     *
     * @param chosen recordings that were to go
     * @param gone those of which nothing is left
     * @param said what keeps it from going on; absent while it goes well
     * @param endedAt absent while something of it is still to go
     */
    public record RetentionRunDocument(
            String cause,
            long chosen,
            long chosenBytes,
            long gone,
            long goneBytes,
            @Nullable String said,
            Instant begunAt,
            @Nullable Instant endedAt) {
        static RetentionRunDocument of(RetentionRun run) {
            return new RetentionRunDocument(
                    run.cause().name(),
                    run.chosen(),
                    run.chosenBytes(),
                    run.gone(),
                    run.goneBytes(),
                    run.said().orElse(null),
                    run.begunAt(),
                    run.endedAt().orElse(null));
        }
    }

    /**
     * A recording that moves, and is or may be in two places.
     *
     * @param from a storage provider; absent: the hub's own folder
     * @param movedAt since when it is to be had at the second place
     * @param said what keeps it from going on; absent while it goes well
     * @param againAt when it is looked at again
     */
    public record MoveDocument(
            String recording,
            String camera,
            @Nullable String from,
            String to,
            long bytes,
            Instant begunAt,
            @Nullable Instant movedAt,
            @Nullable String said,
            Instant againAt) {
        static MoveDocument of(RecordingMove move) {
            return new MoveDocument(
                    move.recording().toString(),
                    move.camera().toString(),
                    move.source().map(StorageProviderId::toString).orElse(null),
                    move.target().toString(),
                    move.bytes(),
                    move.begunAt(),
                    move.movedAt().orElse(null),
                    move.said().orElse(null),
                    move.againAt());
        }
    }

    /**
     * The latest first, at most 20.
     *
     * @param moves at most 100, those that something keeps from going on first
     */
    public record RetentionRunList(List<RetentionRunDocument> runs, List<MoveDocument> moves) {}
}
