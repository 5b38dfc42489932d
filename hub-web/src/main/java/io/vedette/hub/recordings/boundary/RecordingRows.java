package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.analysis.SeenLabel;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.Recording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Recordings as rows of a page, with what stands beside each: asked for once for all of them. */
@Singleton
public class RecordingRows {
    private final UploadShown uploads;
    private final SeenInRecordings seen;
    private final EdgeCopies copies;

    @Inject
    public RecordingRows(UploadShown uploads, SeenInRecordings seen, EdgeCopies copies) {
        this.uploads = uploads;
        this.seen = seen;
        this.copies = copies;
    }

    /**
     * What stands beside the recordings of a page.
     *
     * @param uploads the latest of each that has one
     * @param siteVaults those of which the vault of a site has a copy
     */
    record Page(
            String slug,
            Locale language,
            Map<RecordingId, UploadDocument> uploads,
            Map<RecordingId, List<SeenLabel>> labels,
            Set<RecordingId> siteVaults) {
        RecordingRow row(Recording one, boolean mayRequest, ZoneId zone) {
            var beside =
                    new RecordingRow.Beside(labels.getOrDefault(one.id(), List.of()), upload(one), inSiteVault(one));
            return RecordingRow.of(slug, one, beside, mayRequest, zone, language);
        }

        @Nullable
        UploadDocument upload(Recording one) {
            return uploads.get(one.id());
        }

        boolean inSiteVault(Recording one) {
            return siteVaults.contains(one.id());
        }
    }

    Page page(Visit visit, List<Recording> recordings, Locale language) {
        Viewer viewer = visit.viewer();
        return new Page(
                visit.slug(),
                language,
                uploads.latest(viewer, recordings, language),
                seen.labels(viewer, recordings),
                siteVaults(viewer, recordings));
    }

    private Set<RecordingId> siteVaults(Viewer viewer, List<Recording> recordings) {
        var told = copies.of(
                viewer.tenant(), recordings.stream().map(Recording::id).toList());
        return recordings.stream()
                .filter(one -> told.getOrDefault(one.id(), List.of()).stream().anyMatch(copy -> copy.isOf(one)))
                .map(Recording::id)
                .collect(Collectors.toSet());
    }
}
