package io.vedette.hub.reconcile;

import io.vedette.hub.platform.web.Moment;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A comparison on the pages of its owner.
 *
 * @param place empty for the hub's own folder
 * @param folders months of cameras that are done
 * @param said what keeps it from going on; empty while it goes well
 */
public record ReconcileLine(
        String id,
        String place,
        boolean reading,
        String state,
        int folders,
        int ofFolders,
        long blobs,
        long found,
        String said,
        Moment begun,
        @Nullable Moment ended) {
    static ReconcileLine of(ReconcileRun run, Instant now, Locale language) {
        return new ReconcileLine(
                run.id().toString(),
                run.placeName(),
                run.reading(),
                run.state().name(),
                run.folders(),
                run.ofFolders(),
                run.blobs(),
                run.found(),
                run.said().orElse(""),
                Moment.of(run.begunAt(), ZoneOffset.UTC, now, language),
                run.endedAt()
                        .map(at -> Moment.of(at, ZoneOffset.UTC, now, language))
                        .orElse(null));
    }

    /**
     * A difference.
     *
     * @param recording its id; empty when the list knows of none
     * @param expected in bytes; 0 when it says nothing
     * @param found in bytes; 0 when it says nothing
     */
    public record FindingLine(String key, String kind, String recording, long expected, long found) {
        static FindingLine of(Finding finding) {
            String name = finding.blob().substring(finding.blob().lastIndexOf('/') + 1);
            boolean known = finding.kind() != Finding.Kind.EXTRA;
            return new FindingLine(
                    finding.blob(),
                    finding.kind().name(),
                    known ? name.substring(0, name.indexOf('.')) : "",
                    finding.expected().orElse(0L),
                    finding.found().orElse(0L));
        }
    }
}
