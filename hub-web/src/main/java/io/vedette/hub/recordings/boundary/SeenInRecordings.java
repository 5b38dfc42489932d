package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.analysis.SeenLabel;
import io.vedette.hub.analysis.control.Analyses;
import io.vedette.hub.recordings.entity.Recording;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** What was seen in the recordings of a list, asked for once. */
@Singleton
public class SeenInRecordings {
    private final Analyses analyses;

    @Inject
    public SeenInRecordings(Analyses analyses) {
        this.analyses = analyses;
    }

    /** The labels of each, the surest first; nothing of one that has none. */
    Map<RecordingId, List<SeenLabel>> labels(Viewer viewer, List<Recording> recordings) {
        return analyses.labels(viewer, recordings.stream().map(Recording::ref).toList());
    }

    List<SeenLabel> labels(Viewer viewer, Recording recording) {
        return labels(viewer, List.of(recording)).getOrDefault(recording.id(), List.of());
    }

    /** The last run of each engine. */
    List<Analyses.Found> found(Viewer viewer, Recording recording) {
        return analyses.of(viewer, recording.ref());
    }
}
