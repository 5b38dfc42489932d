package io.vedette.hub.edgevaults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.analysis.Label;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ForwardRuleTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant ELEVEN_AT_NIGHT = Instant.parse("2026-11-20T22:00:00Z");
    private static final Label PERSON = new Label("person");

    private final CameraId gate = CameraId.fresh();

    @Test
    void aRuleWithoutFiltersSendsAll() {
        var all = new ForwardRule(Set.of(), Set.of(), Optional.empty());

        assertThat(all.sends(gate, ELEVEN_AT_NIGHT, BERLIN, Set.of())).isTrue();
    }

    @Test
    void eachFilterHasToLetARecordingThrough() {
        var rule = new ForwardRule(Set.of(gate), Set.of(PERSON), Optional.of(hours("22:00", "06:00")));

        assertThat(rule.sends(gate, ELEVEN_AT_NIGHT, BERLIN, Set.of(PERSON))).isTrue();
        assertThat(rule.sends(CameraId.fresh(), ELEVEN_AT_NIGHT, BERLIN, Set.of(PERSON)))
                .isFalse();
        assertThat(rule.sends(gate, ELEVEN_AT_NIGHT, BERLIN, Set.of(new Label("car"))))
                .isFalse();
        assertThat(rule.sends(gate, ELEVEN_AT_NIGHT, ZoneId.of("Asia/Tokyo"), Set.of(PERSON)))
                .as("seven in the morning there")
                .isFalse();
    }

    @Test
    void hoursBeginWithTheirFirstMinuteAndEndBeforeTheirLast() {
        DayHours day = hours("08:00", "18:00");
        DayHours night = hours("22:00", "06:00");

        assertThat(day.contains(LocalTime.of(8, 0))).isTrue();
        assertThat(day.contains(LocalTime.of(18, 0))).isFalse();
        assertThat(night.contains(LocalTime.of(23, 59))).isTrue();
        assertThat(night.contains(LocalTime.of(5, 59))).isTrue();
        assertThat(night.contains(LocalTime.of(6, 0))).isFalse();
        assertThatThrownBy(() -> hours("08:00", "08:00")).isInstanceOf(IllegalArgumentException.class);
    }

    private static DayHours hours(String from, String to) {
        return new DayHours(LocalTime.parse(from), LocalTime.parse(to));
    }
}
