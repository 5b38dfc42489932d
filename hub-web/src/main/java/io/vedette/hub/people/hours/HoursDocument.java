package io.vedette.hub.people.hours;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.access.WeeklyHours.Window;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * Hours of the week for programs.
 *
 * @param zone whose wall clock counts: a name of the IANA time zone database
 * @param windows where one ends at or before it begins, it crosses the end of the week
 */
public record HoursDocument(String zone, List<WindowDocument> windows) {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    /** From a moment of the week to another, as {@code MONDAY 20:00}; the end excluded. */
    public record WindowDocument(String from, String to) {}

    public HoursDocument {
        windows = List.copyOf(windows);
    }

    public static HoursDocument of(WeeklyHours hours) {
        return new HoursDocument(
                hours.zone().getId(),
                hours.windows().stream()
                        .map(window -> new WindowDocument(text(window.from()), text(window.to())))
                        .toList());
    }

    /** Throws {@link IllegalArgumentException} or a DateTimeException for what is no such hours. */
    public WeeklyHours hours() {
        return new WeeklyHours(
                ZoneId.of(zone), windows.stream().flatMap(HoursDocument::read).toList());
    }

    private static Stream<Window> read(WindowDocument window) {
        int from = minute(window.from());
        int to = minute(window.to());
        if (from < to) {
            return Stream.of(new Window(from, to));
        }
        Stream<Window> untilSunday = Stream.of(new Window(from, WEEK));
        return to == 0 ? untilSunday : Stream.concat(untilSunday, Stream.of(new Window(0, to)));
    }

    private static int minute(String text) {
        String[] parts = text.split(" ", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a moment of the week is a day and a time");
        }
        LocalTime time = LocalTime.parse(parts[1]);
        return (DayOfWeek.valueOf(parts[0]).getValue() - 1) * DAY + time.getHour() * 60 + time.getMinute();
    }

    private static String text(int minute) {
        return DayOfWeek.of(minute % WEEK / DAY + 1) + " " + LocalTime.MIDNIGHT.plusMinutes(minute);
    }
}
