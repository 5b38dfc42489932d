package io.vedette.hub.people.hours;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.access.WeeklyHours.Window;
import io.vedette.hub.platform.web.FormInput;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HoursFormTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void hoursThatAFormCanSayComeBackAsTheyWere() {
        Set<DayOfWeek> week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        for (WeeklyHours hours : List.of(
                WeeklyHours.of(BERLIN, week, LocalTime.of(8, 0), LocalTime.of(18, 30)),
                WeeklyHours.of(BERLIN, EnumSet.allOf(DayOfWeek.class), LocalTime.of(20, 0), LocalTime.of(6, 0)),
                WeeklyHours.of(BERLIN, EnumSet.of(DayOfWeek.SUNDAY), LocalTime.of(22, 0), LocalTime.of(4, 0)),
                WeeklyHours.of(BERLIN, EnumSet.of(DayOfWeek.SATURDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))) {
            FormInput form = FormInput.empty();

            assertThat(HoursForm.write(form, hours)).as(hours.toString()).isTrue();
            assertThat(HoursForm.read(form, Optional.of(BERLIN))).contains(hours);
        }
    }

    @Test
    void aLunchBreakIsMoreThanTheFormCanSay() {
        var hours = new WeeklyHours(BERLIN, List.of(new Window(480, 720), new Window(780, 1020)));
        FormInput form = FormInput.empty();

        assertThat(HoursForm.write(form, hours)).isFalse();
        assertThat(HoursForm.read(form, Optional.of(BERLIN))).isEmpty();
    }
}
