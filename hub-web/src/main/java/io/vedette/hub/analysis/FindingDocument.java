package io.vedette.hub.analysis;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was found, in documents. Times are milliseconds from the recording's first picture. */
public final class FindingDocument {
    private FindingDocument() {}

    public record DetectionDocument(
            String label,
            double confidence,
            long fromMs,
            long toMs,
            @JsonSetter(nulls = Nulls.SET) @Nullable BoxDocument box) {
        Detection read(Optional<Frame> frame) {
            return new Detection(
                    new Label(label),
                    new Confidence(confidence),
                    new Span(fromMs, toMs),
                    Optional.ofNullable(box).map(where -> where.read(fromMs, frame)));
        }

        static DetectionDocument of(Detection detection) {
            return new DetectionDocument(
                    detection.label().value(),
                    detection.confidence().value(),
                    detection.span().fromMs(),
                    detection.span().toMs(),
                    detection.box().map(BoxDocument::of).orElse(null));
        }
    }

    /**
     * @param x of the left edge, from the left
     * @param y of the upper edge, from above
     * @param atMs when it was there; left out, at the first moment
     */
    public record BoxDocument(
            double x,
            double y,
            double width,
            double height,
            @JsonSetter(nulls = Nulls.SET) @Nullable Long atMs) {
        Box read(long first, Optional<Frame> frame) {
            long at = atMs == null ? first : atMs;
            return frame.map(size -> Box.ofPixels(at, x, y, width, height, size))
                    .orElseGet(() -> new Box(at, x, y, width, height));
        }

        static BoxDocument of(Box box) {
            return new BoxDocument(box.x(), box.y(), box.width(), box.height(), box.atMs());
        }
    }

    /**
     * @param value left out: nothing
     * @param confidence left out: certain
     */
    public record MarkerDocument(
            String name,
            @JsonSetter(nulls = Nulls.SET) @Nullable String value,
            @JsonSetter(nulls = Nulls.SET) @Nullable Double confidence,
            long fromMs,
            long toMs,

            @JsonSetter(nulls = Nulls.SET, contentNulls = Nulls.FAIL) @Nullable
            List<String> labels) {
        Marker read() {
            return new Marker(
                    new Label(name),
                    value == null ? "" : value,
                    confidence == null ? Confidence.CERTAIN : new Confidence(confidence),
                    new Span(fromMs, toMs),
                    labels == null ? List.of() : labels.stream().map(Label::new).toList());
        }

        static MarkerDocument of(Marker marker) {
            return new MarkerDocument(
                    marker.name().value(),
                    marker.value(),
                    marker.confidence().value(),
                    marker.span().fromMs(),
                    marker.span().toMs(),
                    marker.labels().stream().map(Label::value).toList());
        }
    }
}
