package io.vedette.hub.pages;

import io.vedette.hub.home.Coverage;
import io.vedette.hub.home.HomeView;
import io.vedette.hub.home.SiteHours;
import io.vedette.hub.home.VaultSpace;
import io.vedette.hub.recordings.boundary.CameraDay;
import io.vedette.hub.recordings.boundary.DayStrip;
import io.vedette.hub.recordings.entity.SiteDay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Numbers for the first page, as a system of some size would have them. */
final class SampleHome {
    static final VaultSpace.Space DISK = new VaultSpace.Space(90_000_000_000L, 2_000_000_000_000L);

    private static final SiteDay DAY = new SiteDay(LocalDate.of(2026, 11, 20), ZoneId.of("Europe/Brussels"));

    /** Has no agent. */
    private static final int TILL = 93;

    private SampleHome() {}

    static List<HomeView.UploadCount> uploads() {
        return List.of(
                new HomeView.UploadCount("waiting", false, 12),
                new HomeView.UploadCount("moving", false, 1),
                new HomeView.UploadCount("failed", true, 3));
    }

    static HomeView.Storage storage(boolean owner, Locale language) {
        return new HomeView.Storage(
                "620 GB",
                4120,
                "1.7 TB",
                9100,
                List.of(
                        new HomeView.Share(SamplePages.id(1), "Yard north", "310 GB", 310, 310),
                        new HomeView.Share(SamplePages.id(2), "Yard south", "120 GB", 120, 310)),
                owner ? 3 : 0,
                owner ? List.of(HomeView.disk(DISK, language)) : List.of());
    }

    static SiteHours hours(String name, String id, ZoneId zone, int step) {
        List<SiteHours.Hour> hours = IntStream.range(0, 24)
                .mapToObj(hour -> {
                    int count = hour > 14 ? 0 : hour * step % 11;
                    Instant from = Instant.parse("2026-11-19T23:00:00Z").plusSeconds(3600L * hour);
                    return new SiteHours.Hour(
                            "%02d:00".formatted(hour),
                            from,
                            from.plusSeconds(3600),
                            count,
                            Integer.toString(hour * 10),
                            Integer.toString(55 - 5 * count),
                            "8",
                            count == 0 ? "0.8" : Integer.toString(5 * count));
                })
                .toList();
        return new SiteHours(
                id,
                name,
                zone.getId(),
                hours.stream().mapToLong(SiteHours.Hour::count).sum(),
                hours.getFirst().from(),
                hours.getLast().to(),
                hours,
                DayStrip.hours(SiteDay.of(hours.getFirst().from(), zone), 6));
    }

    /** A day without a gap, one that lacks its end, and one of a camera without an agent. */
    static List<Coverage> coverage() {
        return List.of(
                day(90, "Yard south", 98, 2, true, footage("59.79%"), gap("59.79%", "0.76%")),
                day(91, "Loading dock 2", 97, 1, false, footage("37.50%"), gap("37.50%", "1.81%"), edge()),
                day(92, "Gate", 100, 0, false, footage("60.56%")),
                day(TILL, "Till", 0, 0, false));
    }

    static CameraDay today(int gaps) {
        return new CameraDay(
                "2026-11-20",
                new DayStrip(
                        List.of(gap("37.50%", "1.81%"), footage("37.50%"), edge(), gone()),
                        DayStrip.hours(DAY, 3),
                        "60.56%",
                        "M12.5 20h4.0v60h-4.0zM402.0 20h2.0v60h-2.0z"),
                14,
                9,
                IntStream.rangeClosed(1, gaps)
                        .mapToObj(
                                number -> new CameraDay.Gap("0" + number + ":00:00–0" + number + ":26:04", "no answer"))
                        .toList());
    }

    private static Coverage day(int id, String name, int percent, int lost, boolean now, DayStrip.Bar... bars) {
        Instant begin = Instant.parse("2026-11-19T23:00:00Z");
        return new Coverage(
                new UUID(0, id),
                name,
                "2026-11-20",
                begin,
                begin.plusSeconds(86_400),
                new DayStrip(List.of(bars), DayStrip.hours(DAY, 3), "60.56%", ""),
                percent,
                percent,
                id == TILL,
                lost,
                now);
    }

    private static DayStrip.Bar footage(String width) {
        return new DayStrip.Bar("0.00%", width, "rec", "", false);
    }

    private static DayStrip.Bar gap(String x, String width) {
        return new DayStrip.Bar(x, width, "gap", "", false);
    }

    private static DayStrip.Bar gone() {
        return new DayStrip.Bar("52.00%", "3.00%", "gone", "", false);
    }

    private static DayStrip.Bar edge() {
        return new DayStrip.Bar("39.31%", "21.25%", "edge", "", false);
    }
}
