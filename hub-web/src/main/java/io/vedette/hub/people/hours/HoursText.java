package io.vedette.hub.people.hours;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.access.WeeklyHours.Window;
import io.vedette.hub.platform.web.Messages;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Hours of the week as people read them: "Mon–Fri 20:00–06:00". */
public final class HoursText {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;

    private HoursText() {}

    /** Minutes since a beginning: of the week, or of the day. The end may lie in the week or day after. */
    private record Stretch(int from, int to) {}

    /** The days of the week as a form offers them: what the form carries, and what people read. */
    public static Map<String, String> days(Locale language) {
        Map<String, String> days = new LinkedHashMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name(), day.getDisplayName(TextStyle.SHORT_STANDALONE, language));
        }
        return days;
    }

    public static String words(WeeklyHours hours, Locale language) {
        StringJoiner words = new StringJoiner(", ");
        Map<Stretch, List<Integer>> days = new LinkedHashMap<>();
        for (Stretch window : pieces(hours.windows())) {
            if (window.to() - window.from() <= DAY) {
                int midnight = window.from() / DAY * DAY;
                days.computeIfAbsent(
                                new Stretch(window.from() - midnight, window.to() - midnight),
                                unused -> new ArrayList<>())
                        .add(midnight / DAY % 7);
            } else {
                words.add(moment(window.from(), language) + " – " + moment(window.to(), language));
            }
        }
        days.forEach((stretch, on) -> words.add(days(on, language) + " " + stretch(stretch, language)));
        return words.toString();
    }

    /** What crosses the end of the week in one piece, and what is whole days in pieces of a day. */
    private static List<Stretch> pieces(List<Window> windows) {
        List<Stretch> pieces = new ArrayList<>();
        windows.forEach(window -> pieces.add(new Stretch(window.from(), window.to())));
        if (pieces.size() > 1
                && pieces.getFirst().from() == 0
                && pieces.getLast().to() == WEEK) {
            Stretch monday = pieces.removeFirst();
            pieces.add(new Stretch(pieces.removeLast().from(), WEEK + monday.to()));
        }
        return pieces.stream().flatMap(HoursText::days).toList();
    }

    private static Stream<Stretch> days(Stretch piece) {
        boolean whole = piece.from() % DAY == 0 && piece.to() % DAY == 0;
        return whole
                ? IntStream.range(piece.from() / DAY, piece.to() / DAY)
                        .mapToObj(day -> new Stretch(day * DAY, (day + 1) * DAY))
                : Stream.of(piece);
    }

    private static String days(List<Integer> days, Locale language) {
        StringJoiner words = new StringJoiner(", ");
        for (int i = 0; i < days.size(); ) {
            int last = i;
            while (last + 1 < days.size() && days.get(last + 1) == days.get(last) + 1) {
                last++;
            }
            String first = day(days.get(i), language);
            switch (last - i) {
                case 0 -> words.add(first);
                case 1 -> words.add(first).add(day(days.get(last), language));
                default -> words.add(first + "–" + day(days.get(last), language));
            }
            i = last + 1;
        }
        return words.toString();
    }

    private static String stretch(Stretch stretch, Locale language) {
        if (stretch.from() == 0 && stretch.to() == DAY) {
            return Messages.text(language, "hours.all");
        }
        return time(stretch.from()) + "–" + (stretch.to() == DAY ? "24:00" : time(stretch.to()));
    }

    private static String moment(int minute, Locale language) {
        return day(minute % WEEK / DAY, language) + " " + time(minute);
    }

    private static String day(int day, Locale language) {
        return DayOfWeek.of(day + 1).getDisplayName(TextStyle.SHORT_STANDALONE, language);
    }

    private static String time(int minute) {
        return LocalTime.MIDNIGHT.plusMinutes(minute).toString(); // wraps at midnight
    }
}
