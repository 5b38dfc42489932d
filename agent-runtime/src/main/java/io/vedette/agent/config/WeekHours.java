package io.vedette.agent.config;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One span of hours on some days of the week.
 *
 * @param from minutes after midnight, below 1440
 * @param to likewise, 1440 at most; when it is not after {@code from} the span ends on the next day
 */
public record WeekHours(Set<DayOfWeek> days, int from, int to) {
    private static final int DAY = 24 * 60;
    private static final List<String> NAMES = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern FORM =
            Pattern.compile("(daily|[a-z]{3})(?:-([a-z]{3}))?\\s+(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

    public WeekHours {
        days = Set.copyOf(days);
        if (days.isEmpty() || from < 0 || from >= DAY || to < 0 || to > DAY || from == to) {
            throw new IllegalArgumentException(
                    "holds hours that begin and end at one time, or no hours of a day; a whole day is 00:00-24:00.");
        }
    }

    static WeekHours of(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "looks like mon-fri 08:00-18:00, sat 22:00-06:00; daily stands for the whole week.");
        }
        return new WeekHours(
                days(form.group(1), form.group(2)),
                minutes(form.group(3), form.group(4)),
                minutes(form.group(5), form.group(6)));
    }

    private static Set<DayOfWeek> days(String first, String last) {
        if (first.equals("daily")) {
            return EnumSet.allOf(DayOfWeek.class);
        }
        int from = NAMES.indexOf(first);
        int to = last == null ? from : NAMES.indexOf(last);
        if (from < 0 || to < 0) {
            throw new IllegalArgumentException(
                    "names a day that there is not; days are mon, tue, wed, thu, fri, sat, sun.");
        }
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (int day = from; ; day = (day + 1) % 7) {
            days.add(DayOfWeek.of(day + 1));
            if (day == to) {
                return days;
            }
        }
    }

    private static int minutes(String hours, String minutes) {
        if (Integer.parseInt(minutes) > 59) {
            throw new IllegalArgumentException("holds a time with more than 59 minutes.");
        }
        return Integer.parseInt(hours) * 60 + Integer.parseInt(minutes);
    }

    boolean open(DayOfWeek day, int minute) {
        if (from < to) {
            return days.contains(day) && minute >= from && minute < to;
        }
        return days.contains(day) && minute >= from || days.contains(day.minus(1)) && minute < to;
    }

    @Override
    public String toString() {
        String which = days.size() == 7
                ? "daily %s"
                : Arrays.stream(DayOfWeek.values())
                        .filter(days::contains)
                        .map(day -> NAMES.get(day.getValue() - 1) + " %1$s")
                        .collect(Collectors.joining(", "));
        return which.formatted("%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60));
    }
}
