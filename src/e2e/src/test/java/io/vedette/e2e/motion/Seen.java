package io.vedette.e2e.motion;

import io.vedette.e2e.api.Recorded;
import io.vedette.lab.reader.Decoded;
import io.vedette.lab.truth.GroundTruth;
import io.vedette.lab.truth.Sighting;
import java.time.Duration;
import java.time.Instant;

/**
 * A recording on the camera's own clock, as burnt into its first and last picture.
 *
 * @param end when the last picture was over
 */
record Seen(Recorded recorded, Instant start, Instant end) {
    private static final Duration FRAME = Duration.ofMillis(100);

    /** The turn of the loop is the one nearest to what the hub says; the moment within it is read off the pictures. */
    static Seen of(Recorded recorded, Decoded decoded, GroundTruth truth) {
        Instant start = nearest(
                recorded.startedAt(),
                decoded.firstPosition().orElseThrow(() -> new AssertionError("no clock in the first of " + recorded)),
                truth);
        Instant end = nearest(
                start.plus(decoded.span()),
                decoded.lastPosition().orElseThrow(() -> new AssertionError("no clock in the last of " + recorded)),
                truth);
        return new Seen(recorded, start, end.plus(FRAME));
    }

    private static Instant nearest(Instant about, Duration position, GroundTruth truth) {
        long off = position.minus(truth.positionAt(about)).toMillis();
        long loop = truth.loopMs();
        long nearest = Math.floorMod(off + loop / 2, loop) - loop / 2;
        return about.plusMillis(nearest);
    }

    boolean touches(Sighting sighting) {
        return sighting.overlaps(start, end);
    }

    @Override
    public String toString() {
        return recorded.id() + " from " + start + " to " + end;
    }
}
