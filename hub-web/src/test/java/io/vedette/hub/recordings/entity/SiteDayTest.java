package io.vedette.hub.recordings.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SiteDayTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void aDayBeginsAndEndsWhereTheSiteIs() {
        var day = new SiteDay(LocalDate.of(2026, 11, 20), BERLIN);

        assertThat(day.begin()).isEqualTo(Instant.parse("2026-11-19T23:00:00Z"));
        assertThat(day.end()).isEqualTo(Instant.parse("2026-11-20T23:00:00Z"));
        assertThat(day.holds(Instant.parse("2026-11-19T23:00:00Z"))).isTrue();
        assertThat(day.holds(Instant.parse("2026-11-19T22:59:59.999Z"))).isFalse();
        assertThat(day.holds(Instant.parse("2026-11-20T23:00:00Z"))).isFalse();
    }

    @Test
    void aDayHas23HoursWhenTheClocksGoForwardAnd25WhenTheyGoBack() {
        assertThat(new SiteDay(LocalDate.of(2026, 3, 29), BERLIN).length()).isEqualTo(Duration.ofHours(23));
        assertThat(new SiteDay(LocalDate.of(2026, 10, 25), BERLIN).length()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void aDayMayBeginLaterThanMidnight() {
        var day = new SiteDay(LocalDate.of(2018, 11, 4), ZoneId.of("America/Sao_Paulo"));

        assertThat(day.begin()).isEqualTo(Instant.parse("2018-11-04T03:00:00Z"));
        assertThat(day.length()).isEqualTo(Duration.ofHours(23));
    }

    @Test
    void neighbouringDaysMeetWithoutGapOrOverlap() {
        var day = new SiteDay(LocalDate.of(2026, 3, 1), BERLIN);
        for (int i = 0; i < 365; i++) {
            assertThat(day.plusDays(i).end()).isEqualTo(day.plusDays(i + 1).begin());
        }
    }

    @Test
    void everyMomentIsInTheDayItIsSaidToBeOf() {
        Instant moment = Instant.parse("2026-10-24T20:30:00Z");
        for (int i = 0; i < 30; i++) {
            Instant one = moment.plus(Duration.ofHours(i));
            assertThat(SiteDay.of(one, BERLIN).holds(one)).isTrue();
        }
    }

    @Test
    void theShareOfADayIsOfItsRealLength() {
        var day = new SiteDay(LocalDate.of(2026, 10, 25), BERLIN);

        assertThat(day.share(day.begin())).isZero();
        assertThat(day.share(day.begin().plus(Duration.ofMinutes(750)))).isEqualTo(0.5);
        assertThat(day.share(day.end())).isEqualTo(1);
        assertThat(day.share(day.end().plusSeconds(60))).isEqualTo(1);
        assertThat(day.share(day.begin().minusSeconds(60))).isZero();
    }
}
