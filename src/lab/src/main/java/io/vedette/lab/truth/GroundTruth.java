package io.vedette.lab.truth;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.vedette.lab.clip.ClipTruth;
import io.vedette.lab.clip.Crossing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A camera's loop on the wall clock.
 *
 * @param anchor when the loop was at its start for the first time; all later turns follow without a gap
 * @param nowPositionMs where the loop was when this was asked for
 */
public record GroundTruth(
        Instant anchor,
        long loopMs,
        List<Crossing> crossings,
        @JsonProperty("lightSwitch") long lightSwitchMs,
        long nowPositionMs) {
    public GroundTruth {
        crossings = List.copyOf(crossings);
    }

    public static GroundTruth of(ClipTruth clip, Instant anchor, Duration nowPosition) {
        return new GroundTruth(anchor, clip.loopMs(), clip.crossings(), clip.lightSwitchMs(), nowPosition.toMillis());
    }

    public Duration loop() {
        return Duration.ofMillis(loopMs);
    }

    /** What the clock in the picture shows at a moment, before it is rounded down to tenths. */
    public Duration positionAt(Instant moment) {
        return Duration.ofMillis(Math.floorMod(Duration.between(anchor, moment).toMillis(), loopMs));
    }

    /** The crossings of which any part lies within the span, in order. The first turn begins at the anchor: nothing was before. */
    public List<Sighting> sightings(Instant from, Instant to) {
        List<Sighting> seen = new ArrayList<>();
        for (long turn = firstTurn(from); !startOf(turn).isAfter(to); turn++) {
            for (Crossing crossing : crossings) {
                Sighting sighting = new Sighting(
                        crossing.name(),
                        startOf(turn).plusMillis(crossing.startMs()),
                        startOf(turn).plusMillis(crossing.endMs()));
                if (sighting.overlaps(from, to)) {
                    seen.add(sighting);
                }
            }
        }
        return seen;
    }

    /** When the lamp went on within the span. */
    public List<Instant> lightSwitches(Instant from, Instant to) {
        List<Instant> switches = new ArrayList<>();
        for (long turn = firstTurn(from); !startOf(turn).isAfter(to); turn++) {
            Instant moment = startOf(turn).plusMillis(lightSwitchMs);
            if (!moment.isBefore(from) && moment.isBefore(to)) {
                switches.add(moment);
            }
        }
        return switches;
    }

    private long firstTurn(Instant from) {
        return Math.max(0, Math.floorDiv(Duration.between(anchor, from).toMillis(), loopMs));
    }

    private Instant startOf(long turn) {
        return anchor.plusMillis(turn * loopMs);
    }
}
