package io.vedette.hub.analysis;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.analysis.FindingDocument.DetectionDocument;
import io.vedette.hub.analysis.FindingDocument.MarkerDocument;
import io.vedette.hub.platform.web.MostBytes;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a program posts about a recording, and gets back.
 *
 * @param frame the size of the pictures in which boxes are counted in pixels; left out, they are shares of the picture
 */
@MostBytes(AnalysisDocument.MOST_BYTES)
public record AnalysisDocument(
        String run,
        EngineDocument engine,
        @JsonSetter(nulls = Nulls.SET) @Nullable FrameDocument frame,

        @JsonSetter(nulls = Nulls.SET, contentNulls = Nulls.FAIL) @Nullable
        List<DetectionDocument> detections,

        @JsonSetter(nulls = Nulls.SET, contentNulls = Nulls.FAIL) @Nullable
        List<MarkerDocument> markers) {
    /** Of 2,000 detections with boxes, and 200 markers. */
    static final int MOST_BYTES = 1 << 20;

    public record EngineDocument(String name, String version) {}

    /** @param width in pixels */
    public record FrameDocument(int width, int height) {}

    /** Throws {@link IllegalArgumentException} when anything in it cannot be. */
    public Analysis read() {
        Optional<Frame> of = Optional.ofNullable(frame).map(size -> new Frame(size.width(), size.height()));
        return new Analysis(
                new RunId(run),
                new Engine(engine.name(), engine.version()),
                given(detections).stream().map(one -> one.read(of)).toList(),
                given(markers).stream().map(MarkerDocument::read).toList());
    }

    public static AnalysisDocument of(Analysis analysis) {
        return new AnalysisDocument(
                analysis.run().value(),
                new EngineDocument(analysis.engine().name(), analysis.engine().version()),
                null,
                analysis.detections().stream().map(DetectionDocument::of).toList(),
                analysis.markers().stream().map(MarkerDocument::of).toList());
    }

    private static <T> List<T> given(@Nullable List<T> some) {
        return some == null ? List.of() : some;
    }
}
