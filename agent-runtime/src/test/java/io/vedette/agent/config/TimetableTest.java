package io.vedette.agent.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimetableTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static boolean open(String hours, String local) {
        Timetable timetable = new Timetable(BERLIN, Timetable.parse(hours));
        return timetable.open(LocalDateTime.parse(local).atZone(BERLIN).toInstant());
    }

    @ParameterizedTest
    @CsvSource({
        // 2026-11-27 is a Friday
        "mon-fri 08:00-18:00, 2026-11-27T08:00, true",
        "mon-fri 08:00-18:00, 2026-11-27T07:59, false",
        "mon-fri 08:00-18:00, 2026-11-27T18:00, false",
        "mon-fri 08:00-18:00, 2026-11-28T12:00, false",
        "fri 22:00-06:00, 2026-11-27T22:00, true",
        "fri 22:00-06:00, 2026-11-28T05:59, true",
        "fri 22:00-06:00, 2026-11-28T06:00, false",
        "fri 22:00-06:00, 2026-11-27T05:00, false",
        "sun 22:00-06:00, 2026-11-30T01:00, true",
        "sat-mon 00:00-24:00, 2026-11-29T23:59, true",
        "sat-mon 00:00-24:00, 2026-12-01T00:00, false",
        "daily 12:00-13:00, 2026-11-25T12:30, true",
    })
    void isOpenInItsHoursAlsoAcrossMidnightAndAcrossTheWeek(String hours, String local, boolean open) {
        assertThat(open(hours, local)).isEqualTo(open);
    }

    @Test
    void severalSpansAddUp() {
        assertThat(open("mon 08:00-09:00, fri 10:00-11:00", "2026-11-27T10:30")).isTrue();
    }

    @Test
    void theHourThatComesTwiceIsOpenTwice() {
        Timetable night = new Timetable(BERLIN, Timetable.parse("sun 02:00-03:00"));

        assertThat(night.open(Instant.parse("2026-10-25T00:30:00Z")))
                .as("summer time")
                .isTrue();
        assertThat(night.open(Instant.parse("2026-10-25T01:30:00Z")))
                .as("winter time")
                .isTrue();
        assertThat(night.open(Instant.parse("2026-10-25T02:00:00Z"))).isFalse();
    }

    @Test
    void theHourThatIsLeftOutIsNobodys() {
        Timetable night = new Timetable(BERLIN, Timetable.parse("sun 02:00-03:00"));

        assertThat(night.open(Instant.parse("2026-03-29T00:59:00Z")))
                .as("01:59")
                .isFalse();
        assertThat(night.open(Instant.parse("2026-03-29T01:00:00Z")))
                .as("03:00")
                .isFalse();
    }

    @Test
    void withoutHoursItIsAlwaysOpen() {
        assertThat(Timetable.ALWAYS.open(Instant.EPOCH)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mon-fri 08:00-18:00, sat 22:00-06:00", "daily 00:00-24:00", "fri-mon 01:02-03:04"})
    void whatIsWrittenOpensAtTheSameHours(String hours) {
        Timetable read = new Timetable(BERLIN, Timetable.parse(hours));
        Timetable again = new Timetable(BERLIN, Timetable.parse(read.text()));
        Instant monday = Instant.parse("2026-11-23T00:00:00Z");

        for (int minute = 0; minute < 7 * 24 * 60; minute++) {
            Instant moment = monday.plusSeconds(60L * minute);
            assertThat(again.open(moment)).as("%s at %s", read.text(), moment).isEqualTo(read.open(moment));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "always",
                "mon 8-18",
                "mon 25:00-26:00",
                "mon 08:00-08:00",
                "mon 08:60-09:00",
                "moo 08:00-09:00",
                "mon 24:00-08:00",
                "mon 08:00-09:00,",
                "mon-xyz 08:00-09:00"
            })
    void whatCannotBeUnderstoodIsRefusedInASentence(String hours) {
        assertThatThrownBy(() -> Timetable.parse(hours))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageEndingWith(".");
    }
}
