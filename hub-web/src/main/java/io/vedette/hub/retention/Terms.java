package io.vedette.hub.retention;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a rule says.
 *
 * @param bytes at most so many are kept of all that the rule is set on, the oldest go first; empty: no such end
 * @param seen beside the days, by what programs saw
 * @param archive where they move to; empty: as the next rule further away says
 */
public record Terms(Days days, OptionalLong bytes, ByLabel seen, Optional<Archive> archive) {
    public static final int MOST_DAYS = 3650;

    public Terms {
        if (bytes.isPresent() && bytes.getAsLong() < 1) {
            throw new IllegalArgumentException("a rule keeps at least a byte");
        }
        if (bytes.isEmpty() && seen.isEmpty() && archive.isEmpty() && days instanceof Days.AsAbove) {
            throw new IllegalArgumentException("a rule says something");
        }
        if (!seen.beside(days)) {
            throw new IllegalArgumentException("a label keeps for no fewer days, and nothing seen for no more");
        }
    }

    /** Nothing moves. */
    public Terms(Days days, OptionalLong bytes, ByLabel seen) {
        this(days, bytes, seen, Optional.empty());
    }

    /** Whatever programs saw. */
    public Terms(Days days, OptionalLong bytes) {
        this(days, bytes, ByLabel.NONE);
    }

    /** For how long a recording is kept, from its end on. */
    public sealed interface Days {
        Days AS_ABOVE = new AsAbove();
        Days ENDLESS = new Endless();

        /** As the next rule further away says. */
        record AsAbove() implements Days {}

        /** Whatever is said further away. */
        record Endless() implements Days {}

        /** Days of 24 hours. */
        record Of(int count) implements Days {
            public Of {
                if (count < 1 || count > MOST_DAYS) {
                    throw new IllegalArgumentException("recordings are kept for 1 to 3650 days");
                }
            }
        }
    }
}
