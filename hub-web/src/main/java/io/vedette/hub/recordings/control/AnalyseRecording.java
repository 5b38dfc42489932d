package io.vedette.hub.recordings.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.control.KeepAnalysis;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.recordings.entity.EdgeCopies;
import io.vedette.hub.recordings.entity.Place;
import io.vedette.hub.recordings.entity.Recording;
import io.vedette.hub.recordings.entity.Recordings;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Takes what a program found in a recording that it may replay. */
@Singleton
public class AnalyseRecording {
    /** A player's count may run past ours by a picture's length, or by what a container rounds. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private final Recordings recordings;
    private final KeepAnalysis keep;
    private final EdgeCopies copies;
    private final EdgeNews news;

    @Inject
    public AnalyseRecording(Recordings recordings, KeepAnalysis keep, EdgeCopies copies, EdgeNews news) {
        this.recordings = recordings;
        this.keep = keep;
        this.copies = copies;
        this.news = news;
    }

    /** Throws {@link IllegalArgumentException} for what lies behind the recording's end. */
    public KeepAnalysis.Outcome by(Viewer viewer, RecordingId id, Analysis analysis) {
        Recording recording = recordings.get(viewer, id, Action.REPLAY);
        viewer.must(Permission.ANALYSE);
        if (analysis.endMs() > recording.duration().plus(SLACK).toMillis()) {
            throw new IllegalArgumentException("something was seen after the recording's end");
        }
        Recording held = recordings
                .lock(viewer.tenant(), id)
                .filter(one -> one.place() != Place.LEAVING) // what is written now would outlive it
                .orElseThrow(Refusal::notFound);
        KeepAnalysis.Outcome outcome = keep.keep(viewer, held.ref(), analysis);
        copies.of(viewer.tenant(), id).stream()
                .filter(copy -> copy.isOf(held))
                .forEach(copy -> news.kept(viewer.tenant(), copy, held)); // its labels may be what a rule waits for
        return outcome;
    }
}
