package io.vedette.lab.judge;

import io.vedette.lab.scene.Labelled;
import java.time.Duration;
import java.util.List;

/**
 * How a watcher did over one scene.
 *
 * @param watched how long the scene was
 * @param delays from the label's start to the first picture with motion, one for each label found; not below zero
 * @param falseAlarms when motion was said with nobody there; moments within 5 s of one another are one
 */
public record Verdict(
        Duration watched,
        List<Labelled> found,
        List<Labelled> missed,
        List<Duration> delays,
        List<Duration> falseAlarms) {
    /** Missed ones that were in sight for at least so long. */
    public List<Labelled> missedFrom(Duration least) {
        return missed.stream().filter(m -> m.length().compareTo(least) >= 0).toList();
    }

    public double falsePerHour() {
        return falseAlarms.size() * 3600e9 / watched.toNanos();
    }
}
