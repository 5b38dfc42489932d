package io.vedette.hub.recordings.entity;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** A day as the people of a site live it: 23 or 25 hours long when their clocks change. */
public record SiteDay(LocalDate date, ZoneId zone) {
    public static SiteDay of(Instant instant, ZoneId zone) {
        return new SiteDay(LocalDate.ofInstant(instant, zone), zone);
    }

    /** The first moment; not always midnight, which some zones skip on the day their clocks change. */
    public Instant begin() {
        return date.atStartOfDay(zone).toInstant();
    }

    /** The first moment of the next day. */
    public Instant end() {
        return date.plusDays(1).atStartOfDay(zone).toInstant();
    }

    public Duration length() {
        return Duration.between(begin(), end());
    }

    public boolean holds(Instant instant) {
        return !instant.isBefore(begin()) && instant.isBefore(end());
    }

    /** This moment, or the first of the day if it was before. */
    public Instant within(Instant instant) {
        return instant.isBefore(begin()) ? begin() : instant;
    }

    /** How much of the day has passed at this moment: 0 at its beginning and before, 1 at its end and after. */
    public double share(Instant instant) {
        double passed = Duration.between(begin(), instant).toMillis();
        return Math.clamp(passed / length().toMillis(), 0, 1);
    }

    public SiteDay plusDays(int days) {
        return new SiteDay(date.plusDays(days), zone);
    }
}
