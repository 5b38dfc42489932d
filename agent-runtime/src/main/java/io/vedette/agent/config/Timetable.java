package io.vedette.agent.config;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The hours of the week in which is recorded, by the clocks on the wall of one zone: an hour that a change of clocks leaves out
 * is nobody's, one that comes twice is open twice.
 *
 * @param hours none means always
 */
public record Timetable(ZoneId zone, List<WeekHours> hours) {
    /** Open at every hour. */
    public static final Timetable ALWAYS = new Timetable(ZoneId.of("UTC"), List.of());

    public Timetable {
        hours = List.copyOf(hours);
    }

    /** Reads {@code mon-fri 08:00-18:00, sat 22:00-06:00}; throws {@link IllegalArgumentException} with a sentence. */
    public static List<WeekHours> parse(String text) {
        return text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(WeekHours::of).toList();
    }

    static ZoneId zone(String text) {
        try {
            return ZoneId.of(text.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("names a time zone, like Europe/Berlin.", e);
        }
    }

    public boolean open(Instant moment) {
        ZonedDateTime there = moment.atZone(zone);
        DayOfWeek day = there.getDayOfWeek();
        int minute = there.getHour() * 60 + there.getMinute();
        return hours.isEmpty() || hours.stream().anyMatch(span -> span.open(day, minute));
    }

    /** As {@link #parse} reads it. */
    String text() {
        return hours.stream().map(WeekHours::toString).collect(Collectors.joining(", "));
    }
}
