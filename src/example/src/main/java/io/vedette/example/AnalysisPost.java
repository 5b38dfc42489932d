package io.vedette.example;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is posted about a recording, as {@code /openapi} of the hub describes it.
 *
 * @param run names the run: by it the hub knows a repetition
 */
record AnalysisPost(String run, Engine engine, List<Detection> detections) {
    record Engine(String name, String version) {}

    /**
     * Something that was seen for a while, in milliseconds from the first picture.
     *
     * @param confidence from 0 to 1
     */
    record Detection(
            String label,
            double confidence,
            long fromMs,
            long toMs,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Box box) {}

    /** Where it was at one moment: shares of the picture, from its upper left. */
    record Box(double x, double y, double width, double height, long atMs) {}
}
