package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** When the terms of one grant lie within those of another: what may be passed on of it. */
class GrantTermsTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T12:00:00Z");
    private static final Instant TUESDAY = MONDAY.plusSeconds(86_400);
    private static final Optional<Instant> OPEN = Optional.empty();
    private static final Optional<WeeklyHours> ALWAYS = Optional.empty();

    private static GrantTerms terms(
            Set<Action> actions,
            Optional<Instant> from,
            Optional<Instant> until,
            Optional<WeeklyHours> hours,
            boolean passable) {
        return new GrantTerms(actions, from, until, hours, passable, "");
    }

    private static Optional<WeeklyHours> mondays(int from, int until) {
        return Optional.of(WeeklyHours.of(
                ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.MONDAY), LocalTime.of(from, 0), LocalTime.of(until, 0)));
    }

    private static GrantTerms live(Optional<Instant> from, Optional<Instant> until) {
        return terms(Set.of(Action.LIVE), from, until, ALWAYS, false);
    }

    @Test
    void noMoreMayBeDone() {
        GrantTerms live = live(OPEN, OPEN);
        GrantTerms both = terms(Set.of(Action.LIVE, Action.REPLAY), OPEN, OPEN, ALWAYS, false);

        assertThat(live.within(both)).isTrue();
        assertThat(live.within(live)).isTrue();
        assertThat(both.within(live)).isFalse();
    }

    @Test
    void itBeginsNoEarlier() {
        GrantTerms tuesday = live(Optional.of(TUESDAY), OPEN);

        assertThat(tuesday.within(live(Optional.of(MONDAY), OPEN))).isTrue();
        assertThat(tuesday.within(tuesday)).isTrue();
        assertThat(tuesday.within(live(OPEN, OPEN))).isTrue();
        for (Optional<Instant> earlier : List.of(Optional.of(MONDAY), OPEN)) {
            assertThat(live(earlier, OPEN).within(tuesday)).as("%s", earlier).isFalse();
        }
    }

    @Test
    void itEndsNoLater() {
        GrantTerms monday = live(OPEN, Optional.of(MONDAY));

        assertThat(monday.within(live(OPEN, Optional.of(TUESDAY)))).isTrue();
        assertThat(monday.within(monday)).isTrue();
        assertThat(monday.within(live(OPEN, OPEN))).isTrue();
        for (Optional<Instant> later : List.of(Optional.of(TUESDAY), OPEN)) {
            assertThat(live(OPEN, later).within(monday)).as("%s", later).isFalse();
        }
    }

    @Test
    void itCountsAtNoOtherTime() {
        GrantTerms morning = terms(Set.of(Action.LIVE), OPEN, OPEN, mondays(8, 12), false);

        assertThat(morning.within(terms(Set.of(Action.LIVE), OPEN, OPEN, mondays(6, 12), false)))
                .isTrue();
        assertThat(morning.within(live(OPEN, OPEN))).isTrue();
        assertThat(terms(Set.of(Action.LIVE), OPEN, OPEN, mondays(8, 13), false).within(morning))
                .isFalse();
        assertThat(live(OPEN, OPEN).within(morning)).isFalse();
    }

    @Test
    void itIsPassedOnOnlyIfTheOtherIs() {
        GrantTerms kept = live(OPEN, OPEN);
        GrantTerms passable = terms(Set.of(Action.LIVE), OPEN, OPEN, ALWAYS, true);

        assertThat(kept.within(passable)).isTrue();
        assertThat(passable.within(passable)).isTrue();
        assertThat(passable.within(kept)).isFalse();
    }

    @Test
    void whatAllowsNothingOrIsOverBeforeItBeginsIsNone() {
        assertThatThrownBy(() -> terms(Set.of(), OPEN, OPEN, ALWAYS, false))
                .isInstanceOf(IllegalArgumentException.class);
        for (Instant end : List.of(MONDAY, TUESDAY)) {
            assertThatThrownBy(() -> live(Optional.of(TUESDAY), Optional.of(end)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(live(Optional.of(MONDAY), Optional.of(TUESDAY)).from()).contains(MONDAY);
    }

    @Test
    void aReasonIsShortText() {
        assertThat(GrantTerms.of(Set.of(Action.LIVE), OPEN, " " + "x".repeat(200) + " ")
                        .reason())
                .hasSize(200);
        for (String wrong : List.of("x".repeat(201), "a\u0000b")) {
            assertThatThrownBy(() -> GrantTerms.of(Set.of(Action.LIVE), OPEN, wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
