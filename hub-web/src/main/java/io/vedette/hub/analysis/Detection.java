package io.vedette.hub.analysis;

import java.util.Optional;

/**
 * Something that was seen for a while.
 *
 * @param box where it was at one moment of it: the first, or that at which it shows best
 */
public record Detection(Label label, Confidence confidence, Span span, Optional<Box> box) {
    public Detection {
        if (box.filter(where -> !span.contains(where.atMs())).isPresent()) {
            throw new IllegalArgumentException("a box is of a moment at which the thing was seen");
        }
    }
}
