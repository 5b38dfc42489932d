package io.vedette.hub.analysis;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What one run of an engine found in a recording. */
public record Analysis(RunId run, Engine engine, List<Detection> detections, List<Marker> markers) {
    public static final int MOST_DETECTIONS = 2_000;
    public static final int MOST_MARKERS = 200;
    public static final int MOST_LABELS = 100;

    public Analysis {
        detections = List.copyOf(detections);
        markers = List.copyOf(markers);
        if (detections.size() > MOST_DETECTIONS || markers.size() > MOST_MARKERS) {
            throw new IllegalArgumentException("a run has at most 2000 detections and 200 markers");
        }
        if (labels(detections, markers).size() > MOST_LABELS) {
            throw new IllegalArgumentException("a run has at most 100 different labels");
        }
    }

    /** Each label with the best confidence at which it was seen. */
    public SortedMap<Label, Confidence> labels() {
        return labels(detections, markers);
    }

    /** When the last thing ended, in milliseconds from the first picture. */
    public long endMs() {
        return Stream.concat(
                        detections.stream().map(Detection::span),
                        markers.stream().map(Marker::span))
                .mapToLong(Span::toMs)
                .max()
                .orElse(0);
    }

    private static SortedMap<Label, Confidence> labels(List<Detection> detections, List<Marker> markers) {
        SortedMap<Label, Confidence> best = new TreeMap<>();
        detections.forEach(one -> seen(best, one.label(), one.confidence()));
        markers.forEach(one -> one.labels().forEach(label -> seen(best, label, one.confidence())));
        return best;
    }

    private static void seen(SortedMap<Label, Confidence> best, Label label, Confidence confidence) {
        best.merge(label, confidence, (a, b) -> a.compareTo(b) < 0 ? b : a);
    }
}
