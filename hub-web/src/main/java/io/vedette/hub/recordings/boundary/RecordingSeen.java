package io.vedette.hub.recordings.boundary;

import io.vedette.hub.analysis.Confidence;
import io.vedette.hub.analysis.Detection;
import io.vedette.hub.analysis.Label;
import io.vedette.hub.analysis.Marker;
import io.vedette.hub.analysis.Span;
import io.vedette.hub.analysis.control.Analyses;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an engine saw in a recording, on its page.
 *
 * @param engine its name and version
 */
public record RecordingSeen(String engine, List<Thing> things, List<Mark> marks) {

    /**
     * Everything of one label.
     *
     * @param sure the best, in percent
     */
    public record Thing(String label, String words, int sure, List<Moment> moments) {}

    /**
     * A marker.
     *
     * @param value as the engine read it; may be empty
     */
    public record Mark(String words, String value, int sure, Moment moment) {}

    /**
     * @param at seconds from the first picture, for the player
     * @param time from when until when, counted likewise
     */
    public record Moment(long at, String time) {
        static Moment of(Span span) {
            String from = clock(span.fromMs());
            String to = clock(span.toMs());
            return new Moment(span.fromMs() / 1000, from.equals(to) ? from : from + "–" + to);
        }

        private static String clock(long ms) {
            return Wording.length(Duration.ofSeconds(ms / 1000));
        }
    }

    static RecordingSeen of(Analyses.Found found, Locale language) {
        var analysis = found.analysis();
        Map<Label, List<Detection>> byLabel = analysis.detections().stream()
                .collect(Collectors.groupingBy(Detection::label, TreeMap::new, Collectors.toList()));
        return new RecordingSeen(
                analysis.engine().name() + " " + analysis.engine().version(),
                byLabel.entrySet().stream()
                        .map(one -> thing(one.getKey(), one.getValue(), language))
                        .sorted(Comparator.comparingInt(Thing::sure).reversed().thenComparing(Thing::label))
                        .toList(),
                analysis.markers().stream()
                        .sorted(Comparator.comparingLong(one -> one.span().fromMs()))
                        .map(one -> mark(one, language))
                        .toList());
    }

    /** A thing that is seen twice within the same seconds is one moment. */
    private static Thing thing(Label label, List<Detection> seen, Locale language) {
        return new Thing(
                label.value(),
                LabelWords.of(label, language),
                seen.stream()
                        .map(Detection::confidence)
                        .max(Comparator.naturalOrder())
                        .orElse(Confidence.NONE)
                        .percent(),
                seen.stream()
                        .map(Detection::span)
                        .sorted(Comparator.comparingLong(Span::fromMs).thenComparingLong(Span::toMs))
                        .map(Moment::of)
                        .distinct()
                        .toList());
    }

    private static Mark mark(Marker marker, Locale language) {
        return new Mark(
                LabelWords.of(marker.name(), language),
                marker.value(),
                marker.confidence().percent(),
                Moment.of(marker.span()));
    }
}
