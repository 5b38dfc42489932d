package io.vedette.hub.reconcile;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.vaults.StorageProviderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A comparison, for programs.
 *
 * @param provider absent for the hub's own folder
 * @param folders months of cameras that are done
 * @param ofFolders months of cameras in all, as far as is known
 * @param blobs that were there
 * @param bytesRead when every byte is read
 * @param found differences
 * @param said what keeps it from going on; absent while it goes well
 */
public record ReconcileDocument(
        String id,
        @Nullable String provider,
        boolean reading,
        String state,
        int folders,
        int ofFolders,
        long blobs,
        long bytesRead,
        long found,
        @Nullable String said,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** The latest first; there are never so many that they come in pages. */
    public record ReconcileList(List<ReconcileDocument> runs) {}

    /** @param provider the hub's own folder when left out */
    public record NewReconcile(
            @JsonSetter(nulls = Nulls.SET) @Nullable String provider, boolean reading) {
        @JsonCreator
        public NewReconcile {}

        Optional<StorageProviderId> at() {
            return Optional.ofNullable(provider).map(StorageProviderId::of);
        }
    }

    /**
     * A blob that is not as the list says.
     *
     * @param key in the store, without the prefix of its provider
     */
    public record FindingDocument(
            String key,
            String kind,
            @Nullable Long expected,
            @Nullable Long found) {
        static FindingDocument of(Finding finding) {
            return new FindingDocument(
                    finding.blob(),
                    finding.kind().name(),
                    finding.expected().orElse(null),
                    finding.found().orElse(null));
        }
    }

    /** In the order of their keys; of more than 1000 those of the first months. */
    public record FindingList(List<FindingDocument> findings) {}

    static ReconcileDocument of(ReconcileRun run) {
        return new ReconcileDocument(
                run.id().toString(),
                run.provider().map(StorageProviderId::toString).orElse(null),
                run.reading(),
                run.state().name(),
                run.folders(),
                run.ofFolders(),
                run.blobs(),
                run.bytesRead(),
                run.found(),
                run.said().orElse(null),
                run.begunAt(),
                run.endedAt().orElse(null));
    }
}
