package io.vedette.hub.platform.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * A point in time as a page shows it, in the zone of the place it belongs to.
 *
 * @param iso for programs, in UTC
 * @param words as short as can be understood today: the time, with weekday or date when it is another day
 * @param whole everything, zone included
 */
public record Moment(String iso, String words, String whole) {
    private static final int WEEK = 7;

    public static Moment of(Instant at, ZoneId zone, Instant now, Locale language) {
        ZonedDateTime local = at.atZone(zone);
        LocalDate today = now.atZone(zone).toLocalDate();
        return new Moment(
                at.toString(),
                format(local, "moment." + nearness(local.toLocalDate(), today), language),
                format(local, "moment.whole", language));
    }

    /** The day with its weekday, as in a heading. */
    public static String day(Instant at, ZoneId zone, Locale language) {
        return format(at.atZone(zone), "moment.heading", language);
    }

    /** A day as headings and choices name it. */
    public static String date(LocalDate day, Locale language) {
        return format(day, "moment.date", language);
    }

    private static String nearness(LocalDate day, LocalDate today) {
        if (day.equals(today)) {
            return "today";
        }
        if (Math.abs(ChronoUnit.DAYS.between(day, today)) < WEEK) {
            return "week";
        }
        return day.getYear() == today.getYear() ? "year" : "far";
    }

    private static String format(TemporalAccessor local, String key, Locale language) {
        return DateTimeFormatter.ofPattern(Messages.text(language, key), language)
                .format(local);
    }
}
