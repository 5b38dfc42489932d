package io.vedette.hub.edgevaults;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;

/**
 * Which recordings the vault of a site sends on by itself: all that every filter lets through.
 *
 * @param cameras none named: all
 * @param labels one of them was seen; none named: whatever was seen
 * @param hours in which the recording began; empty: at any
 */
public record ForwardRule(Set<CameraId> cameras, Set<Label> labels, Optional<DayHours> hours) {
    static final int MOST_CAMERAS = 500;
    static final int MOST_LABELS = 50;

    public ForwardRule {
        cameras = Set.copyOf(cameras);
        labels = Set.copyOf(labels);
        if (cameras.size() > MOST_CAMERAS || labels.size() > MOST_LABELS) {
            throw new IllegalArgumentException(
                    "a rule names at most " + MOST_CAMERAS + " cameras and " + MOST_LABELS + " labels");
        }
    }

    /** @param seen what was seen in it so far */
    boolean sends(CameraId camera, Instant begun, ZoneId zone, Set<Label> seen) {
        return (cameras.isEmpty() || cameras.contains(camera))
                && (labels.isEmpty() || !Collections.disjoint(labels, seen))
                && hours.map(span -> span.contains(begun.atZone(zone).toLocalTime()))
                        .orElse(true);
    }
}
