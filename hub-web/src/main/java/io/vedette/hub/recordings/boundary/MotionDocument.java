package io.vedette.hub.recordings.boundary;

import io.vedette.contracts.link.MotionMarks;
import io.vedette.hub.recordings.entity.MovedSpan;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moved in a recording, as programs get it.
 *
 * @param stretches without a second of rest, in seconds from the first picture
 * @param heat base64 of 16 rows of 16 unsigned bytes: for what share of the time each cell of the picture moved; null when
 *     nothing did
 * @param blindMs the longest stretch in which nobody looked
 */
public record MotionDocument(
        List<MovedSpan> stretches, @Nullable String heat, int blindMs) {
    static MotionDocument of(MotionMarks marks) {
        return new MotionDocument(
                MovedSpan.of(marks.movedSeconds(), 0), marks.heat().isEmpty() ? null : marks.heat(), marks.blindMs());
    }
}
