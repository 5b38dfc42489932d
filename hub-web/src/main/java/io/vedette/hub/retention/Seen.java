package io.vedette.hub.retention;

import io.vedette.hub.analysis.Label;
import java.util.Set;

/**
 * What programs saw in a recording.
 *
 * @param looked whether any has told of it, be it that there is nothing
 */
record Seen(boolean looked, Set<Label> labels) {
    /** Nobody has asked. */
    static final Seen UNKNOWN = new Seen(false, Set.of());

    Seen {
        labels = Set.copyOf(labels);
    }

    /** A program looked, and saw nothing. Where none looked, nobody knows. */
    boolean nothing() {
        return looked && labels.isEmpty();
    }
}
