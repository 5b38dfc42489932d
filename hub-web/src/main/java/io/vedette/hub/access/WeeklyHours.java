package io.vedette.hub.access;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Hours of the week by the wall clock of a zone. Where clocks are put back, an hour that comes twice counts twice; where
 * they are put forward, an hour that never comes never counts. The database decides with the same arithmetic
 * ({@code within_hours}); this is what people write and read, and when a decision has to be asked for again.
 *
 * @param windows in order, apart from each other, at least one; nothing of them lies outside the week
 */
public record WeeklyHours(ZoneId zone, List<Window> windows) {
    private static final int DAY = 24 * 60;
    private static final int WEEK = 7 * DAY;
    private static final int MOST = 100;

    /** Minutes since Monday 00:00, the end excluded: at most the whole week. */
    public record Window(int from, int to) {
        public Window {
            if (from < 0 || to > WEEK || from >= to) {
                throw new IllegalArgumentException("a window of the week ends after it begins");
            }
        }
    }

    public WeeklyHours {
        windows = joined(windows);
        if (windows.isEmpty() || windows.size() > MOST) {
            throw new IllegalArgumentException("hours of the week have 1 to 100 windows");
        }
    }

    /** On each of these days from one time to the other; to a time that is not later means the day after. */
    public static WeeklyHours of(ZoneId zone, Set<DayOfWeek> days, LocalTime from, LocalTime to) {
        return new WeeklyHours(
                zone, days.stream().flatMap(day -> on(day, from, to).stream()).toList());
    }

    /** The same for one day: two windows where Sunday runs into Monday. */
    public static List<Window> on(DayOfWeek day, LocalTime from, LocalTime to) {
        int begin = (day.getValue() - 1) * DAY + minute(from);
        int length = minute(to) - minute(from);
        int end = begin + (length > 0 ? length : length + DAY);
        return end <= WEEK
                ? List.of(new Window(begin, end))
                : List.of(new Window(begin, WEEK), new Window(0, end - WEEK));
    }

    /** Opening and closing minutes in turn, as they are kept. */
    public static WeeklyHours kept(ZoneId zone, int[] edges) {
        return new WeeklyHours(
                zone,
                IntStream.range(0, edges.length / 2)
                        .mapToObj(i -> new Window(edges[2 * i], edges[2 * i + 1]))
                        .toList());
    }

    /** As {@link #kept} reads them. */
    public int[] edges() {
        return windows.stream()
                .flatMapToInt(window -> IntStream.of(window.from(), window.to()))
                .toArray();
    }

    public boolean contain(Instant at) {
        ZonedDateTime local = at.atZone(zone);
        int minute = (local.getDayOfWeek().getValue() - 1) * DAY + minute(local.toLocalTime());
        return windows.stream().anyMatch(window -> window.from() <= minute && minute < window.to());
    }

    /** Whether no hour of the other lies outside these. Compared by wall clock, so both must be of one zone. */
    public boolean cover(WeeklyHours other) {
        return zone.equals(other.zone)
                && other.windows.stream()
                        .allMatch(inner -> windows.stream()
                                .anyMatch(outer -> outer.from() <= inner.from() && inner.to() <= outer.to()));
    }

    /** The next moment at which the answer of {@link #contain} may change: a window's edge, or clocks that are moved. */
    public Instant nextEdge(Instant now) {
        LocalDateTime monday = now.atZone(zone)
                .toLocalDate()
                .with(java.time.temporal.TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                .atStartOfDay();
        Stream<Instant> edges = IntStream.of(edges())
                .boxed()
                .flatMap(minute -> Stream.of(monday.plusMinutes(minute), monday.plusMinutes(minute + WEEK)))
                .flatMap(local -> Stream.of(
                        local.atZone(zone).withEarlierOffsetAtOverlap().toInstant(),
                        local.atZone(zone).withLaterOffsetAtOverlap().toInstant()));
        var moved = zone.getRules().nextTransition(now);
        return Stream.concat(edges, moved == null ? Stream.of() : Stream.of(moved.getInstant()))
                .filter(now::isBefore)
                .min(Comparator.naturalOrder())
                .orElseGet(() -> now.plus(Duration.ofDays(7)));
    }

    private static int minute(LocalTime time) {
        return (int) ChronoUnit.MINUTES.between(LocalTime.MIDNIGHT, time);
    }

    private static List<Window> joined(List<Window> windows) {
        List<Window> joined = new ArrayList<>();
        windows.stream().sorted(Comparator.comparingInt(Window::from)).forEach(next -> {
            if (!joined.isEmpty() && next.from() <= joined.getLast().to()) {
                Window last = joined.removeLast();
                joined.add(new Window(last.from(), Math.max(last.to(), next.to())));
            } else {
                joined.add(next);
            }
        });
        return List.copyOf(joined);
    }
}
