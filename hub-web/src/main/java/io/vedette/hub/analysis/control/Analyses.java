package io.vedette.hub.analysis.control;

import io.vedette.contracts.id.RecordingId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.analysis.Analysis;
import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Detection;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.Marker;
import io.vedette.hub.analysis.RecordingRef;
import io.vedette.hub.analysis.RunId;
import io.vedette.hub.analysis.SeenLabel;
import io.vedette.hub.analysis.entity.AnalysisRun;
import io.vedette.hub.analysis.entity.DetectionRow;
import io.vedette.hub.analysis.entity.MarkerRow;
import io.vedette.hub.analysis.entity.OfRecording;
import io.vedette.hub.analysis.entity.RecordingLabel;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.VisibleCameras;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** What was found in recordings, as far as the viewer may replay their cameras. */
@Singleton
public class Analyses {
    private static final String OF_RECORDING = " x where x.tenant = :viewerTenant and x.camera = :camera"
            + " and x.camera in {visible} and x.startedAt = :at and x.recording = :recording";

    private final VisibleCameras visible;

    @Inject
    public Analyses(VisibleCameras visible) {
        this.visible = visible;
    }

    /** The last run of an engine, and what it found. */
    public record Found(AnalysisRun run, Analysis analysis) {}

    /** The last run of each engine, by the engines' names. */
    public List<Found> of(Viewer viewer, RecordingRef recording) {
        List<AnalysisRun> runs = query(viewer, recording, "AnalysisRun", " and x.replacedAt is null", AnalysisRun.class)
                .getResultList();
        if (runs.isEmpty()) {
            return List.of();
        }
        Map<RunId, List<Detection>> detections = query(
                        viewer, recording, "DetectionRow", " order by x.number", DetectionRow.class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        DetectionRow::run, Collectors.mapping(DetectionRow::detection, Collectors.toList())));
        Map<RunId, List<Marker>> markers = query(viewer, recording, "MarkerRow", " order by x.number", MarkerRow.class)
                .getResultStream()
                .collect(Collectors.groupingBy(
                        MarkerRow::run, Collectors.mapping(MarkerRow::marker, Collectors.toList())));
        return runs.stream()
                .sorted(Comparator.comparing(run -> run.engine().name()))
                .map(run -> new Found(
                        run,
                        new Analysis(
                                run.run(),
                                run.engine(),
                                detections.getOrDefault(run.run(), List.of()),
                                markers.getOrDefault(run.run(), List.of()))))
                .toList();
    }

    private <R extends OfRecording> TypedQuery<R> query(
            Viewer viewer, RecordingRef recording, String rows, String more, Class<R> type) {
        return visible.query(viewer, Action.REPLAY, "select x from " + rows + OF_RECORDING + more, type)
                .setParameter("camera", recording.camera().value())
                .setParameter("at", recording.startedAt())
                .setParameter("recording", recording.id().value());
    }

    /** The labels of each of these recordings, the surest first; nothing of one that has none. */
    public Map<RecordingId, List<SeenLabel>> labels(Viewer viewer, Collection<RecordingRef> recordings) {
        if (recordings.isEmpty()) {
            return Map.of();
        }
        List<Instant> starts =
                recordings.stream().map(RecordingRef::startedAt).sorted().toList();
        Map<RecordingId, Map<Label, Confidence>> best = new HashMap<>();
        visible.query(viewer, Action.REPLAY, """
                        select x from RecordingLabel x
                        where x.tenant = :viewerTenant and x.camera in {visible} and is_listed(x.camera, :cameras) = true
                          and x.startedAt >= :from and x.startedAt <= :to and is_listed(x.recording, :recordings) = true
                        """, RecordingLabel.class)
                .setParameter(
                        "cameras",
                        recordings.stream()
                                .map(one -> one.camera().value())
                                .distinct()
                                .toArray(UUID[]::new))
                .setParameter("from", starts.getFirst())
                .setParameter("to", starts.getLast())
                .setParameter(
                        "recordings",
                        recordings.stream().map(one -> one.id().value()).toArray(UUID[]::new))
                .getResultStream()
                .forEach(row -> best.computeIfAbsent(row.recording(), id -> new TreeMap<>())
                        .merge(row.seen().label(), row.seen().confidence(), (a, b) -> a.compareTo(b) < 0 ? b : a));
        return best.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> surest(one.getValue())));
    }

    private static List<SeenLabel> surest(Map<Label, Confidence> best) {
        return best.entrySet().stream()
                .map(one -> new SeenLabel(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(SeenLabel::confidence).reversed().thenComparing(SeenLabel::label))
                .toList();
    }
}
