package io.vedette.hub.home;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.HubWorld;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.recordings.entity.RecordingFigures.Quarter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The site of these tests is in Berlin, whose clocks go back on 25 October 2026 and went forward on 29 March 2026. */
class SiteHoursTest {
    private final HubWorld world = new HubWorld();
    private final Site site = site();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aDayHasTheHoursThatPeopleThereLiveThrough() {
        assertThat(on("2026-11-20T12:00:00Z").hours()).hasSize(24);
        assertThat(on("2026-10-25T12:00:00Z").hours()).hasSize(25);
        assertThat(on("2026-03-29T12:00:00Z").hours()).hasSize(23);
    }

    @Test
    void theHourThatComesTwiceIsTwoBarsWithNamesOfTheirOwn() {
        SiteHours hours = on(
                "2026-10-25T12:00:00Z",
                quarter("2026-10-25T00:45:00Z", 3), // the first 02:45
                quarter("2026-10-25T01:45:00Z", 5)); // the second

        assertThat(hours.hours())
                .filteredOn(hour -> hour.count() > 0)
                .extracting(SiteHours.Hour::count)
                .containsExactly(3L, 5L);
        Set<String> names =
                Set.copyOf(hours.hours().stream().map(SiteHours.Hour::label).toList());
        assertThat(names).hasSize(25).contains("02:00 (+02:00)", "02:00 (+01:00)");
        assertThat(hours.count()).isEqualTo(8);
    }

    @Test
    void quartersOfTheSameHourAddUpAndThoseOfOtherDaysStayOut() {
        SiteHours hours = on(
                "2026-11-20T12:00:00Z",
                quarter("2026-11-19T22:45:00Z", 90), // yesterday there
                quarter("2026-11-19T23:00:00Z", 1), // its first quarter of an hour
                quarter("2026-11-20T08:00:00Z", 2),
                quarter("2026-11-20T08:45:00Z", 4),
                quarter("2026-11-20T23:00:00Z", 90)); // tomorrow

        assertThat(hours.count()).isEqualTo(7);
        assertThat(hours.hours().get(9).label()).isEqualTo("09:00");
        assertThat(hours.hours().get(9).count()).isEqualTo(6);
        assertThat(hours.hours().get(9).height()).as("the highest bar").isEqualTo("50.0");
    }

    private SiteHours on(String now, Quarter... quarters) {
        return SiteHours.of(site, Instant.parse(now), List.of(quarters));
    }

    private Quarter quarter(String begin, long count) {
        return new Quarter(site.id().value(), Instant.parse(begin).getEpochSecond() / 900, count);
    }

    private Site site() {
        world.site(world.owner, "Depot");
        return world.inTenant(world.owner, () -> world.sites.all(world.owner)).getFirst();
    }
}
