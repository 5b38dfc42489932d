package io.vedette.lab.truth;

import java.time.Instant;

/** One crossing in one turn of the loop, by the wall clock. The end is the first moment with nothing of the figure in the picture. */
public record Sighting(String name, Instant start, Instant end) {
    public boolean overlaps(Instant from, Instant to) {
        return start.isBefore(to) && end.isAfter(from);
    }
}
