package io.vedette.agent.spool;

import io.vedette.contracts.link.MotionMarks;
import org.jspecify.annotations.Nullable;

/** Motion marks as one column of the index: the longest blind stretch, the seconds, the heat, with a blank between. */
final class Marking {
    private Marking() {}

    static @Nullable String text(@Nullable MotionMarks marks) {
        return marks == null ? null : marks.blindMs() + " " + marks.moved() + " " + marks.heat();
    }

    /** @throws IllegalArgumentException when it is not what {@link #text} made */
    static @Nullable MotionMarks read(@Nullable String text) {
        if (text == null) {
            return null;
        }
        String[] parts = text.split(" ", 4);
        if (parts.length != 3) {
            throw new IllegalArgumentException("motion marks have three parts, not " + parts.length);
        }
        return new MotionMarks(parts[1], parts[2], Integer.parseInt(parts[0]));
    }
}
