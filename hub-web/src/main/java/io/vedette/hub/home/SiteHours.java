package io.vedette.hub.home;

import io.vedette.hub.cameras.Site;
import io.vedette.hub.recordings.boundary.DayStrip;
import io.vedette.hub.recordings.entity.RecordingFigures.Quarter;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Today's recordings of a site by hour, by its own clocks: 23 or 25 bars when they change. Drawn on a field 240 wide and 56
 * high.
 *
 * @param from the first moment of the day there
 */
public record SiteHours(
        String id,
        String name,
        String zone,
        long count,
        Instant from,
        Instant to,
        List<Hour> hours,
        List<DayStrip.Hour> axis) {
    private static final int HOURS_BETWEEN = 6;
    private static final double WIDTH = 240;
    private static final double FLOOR = 55;
    private static final double HIGHEST = 50;
    private static final double FILLED = 0.8;
    /** An hour without recordings is a line on the floor, so that people see it was counted. */
    private static final double NOTHING = 0.8;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter CLOCK_OF_TWO = DateTimeFormatter.ofPattern("HH:mm (xxx)", Locale.ROOT);

    /** @param label when it begins; with the offset on days when one hour comes twice or not at all */
    public record Hour(
            String label, Instant from, Instant to, long count, String x, String y, String width, String height) {}

    public static SiteDay today(Site site, Instant now) {
        return SiteDay.of(now, site.zone());
    }

    public static SiteHours of(Site site, Instant now, List<Quarter> quarters) {
        SiteDay day = today(site, now);
        List<Instant> begins = new ArrayList<>();
        for (Instant at = day.begin(); at.isBefore(day.end()); at = at.plus(Duration.ofHours(1))) {
            begins.add(at);
        }
        long[] counts = new long[begins.size()];
        quarters.stream()
                .filter(one -> one.site().equals(site.id().value()) && day.holds(one.begin()))
                .forEach(one ->
                        counts[(int) Duration.between(day.begin(), one.begin()).toHours()] += one.count());
        long most = Math.max(
                1,
                IntStream.range(0, counts.length)
                        .mapToLong(i -> counts[i])
                        .max()
                        .orElse(1));
        return new SiteHours(
                site.id().toString(),
                site.name(),
                day.zone().getId(),
                java.util.Arrays.stream(counts).sum(),
                day.begin(),
                day.end(),
                IntStream.range(0, counts.length)
                        .mapToObj(i -> hour(day, begins, i, counts[i], most))
                        .toList(),
                DayStrip.hours(day, HOURS_BETWEEN));
    }

    private static Hour hour(SiteDay day, List<Instant> begins, int index, long count, long most) {
        Instant from = begins.get(index);
        double step = WIDTH / begins.size();
        double height = count == 0 ? NOTHING : Math.max(2, HIGHEST * count / most);
        ZonedDateTime local = from.atZone(day.zone());
        boolean usual = day.length().equals(Duration.ofDays(1));
        return new Hour(
                (usual ? CLOCK : CLOCK_OF_TWO).format(local),
                from,
                index + 1 < begins.size() ? begins.get(index + 1) : day.end(),
                count,
                number(index * step),
                number(FLOOR - (count == 0 ? 0 : height)),
                number(step * FILLED),
                number(height));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
