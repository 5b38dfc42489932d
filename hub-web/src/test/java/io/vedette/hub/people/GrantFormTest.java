package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.FormInput;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GrantFormTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final CameraId GATE =
            WORLD.camera(WORLD.owner, WORLD.site(WORLD.owner, "Depot"), Optional.empty(), "Gate");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = WORLD.clock.instant();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void untilIsLocalTimeAtTheCamerasSite() {
        GrantWish wish = read(filled().preset("until", "2026-11-27T18:00")).orElseThrow();

        assertThat(wish.terms().until()).hasValue(Instant.parse("2026-11-27T17:00:00Z"));
        assertThat(wish.holder()).isEqualTo(new Holder.Person(new Subject("guard")));
        assertThat(wish.what()).isEqualTo(new Selector.OneCamera(GATE));
        assertThat(wish.terms().actions()).containsExactly(Action.LIVE);
    }

    @Test
    void withoutAnEndItHoldsUntilItIsTakenBack() {
        assertThat(read(filled()).orElseThrow().terms().until()).isEmpty();
    }

    @Test
    void anEndThatHasPassedIsNoEnd() {
        FormInput form = filled().preset("until", "2026-11-20T12:59");

        assertThat(read(form)).isEmpty();
        assertThat(form.error("until")).isEqualTo("form.until.past");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        FormInput form = FormInput.empty().preset("target", "camera:" + CameraId.fresh());

        assertThat(read(form)).isEmpty();
        assertThat(form.error("holder")).isNotEmpty();
        assertThat(form.error("target")).isNotEmpty();
        assertThat(form.error("action")).isNotEmpty();
    }

    @Test
    void aHolderWhoseNameIsNobodysIsOneFaultAndNotTwo() {
        FormInput form = FormInput.empty().preset("target", "camera:" + GATE).preset("action", "LIVE");
        form.wrong("who", "form.who.unknown");

        assertThat(read(form)).isEmpty();
        assertThat(form.wrongCount()).isEqualTo(1);
    }

    /** Whoever opens the form and saves it changes nothing, whatever a program had written there. */
    @ParameterizedTest
    @MethodSource("terms")
    void whatNobodyTouchesStaysToTheSecond(GrantTerms terms) {
        FormInput form = GrantForm.of(grant(terms), BERLIN);

        assertThat(GrantForm.change(form, terms, BERLIN, NOW)).hasValue(terms);
    }

    static Stream<GrantTerms> terms() {
        Optional<Instant> none = Optional.empty();
        Optional<Instant> odd = Optional.of(NOW.plusSeconds(86_431));
        // 02:30 of the second time that this night has it
        Optional<Instant> twice = Optional.of(Instant.parse("2027-10-31T01:30:00Z"));
        WeeklyHours nights = WeeklyHours.of(BERLIN, Set.of(DayOfWeek.MONDAY), LocalTime.of(20, 0), LocalTime.of(6, 0));
        WeeklyHours elsewhere = WeeklyHours.of(
                ZoneId.of("Asia/Tokyo"), Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0));
        return Stream.of(
                new GrantTerms(Set.of(Action.LIVE), none, none, Optional.empty(), false, ""),
                new GrantTerms(EnumSet.allOf(Action.class), odd, twice, Optional.empty(), true, "holiday"),
                new GrantTerms(Set.of(Action.REPLAY), none, odd, Optional.of(nights), false, ""),
                new GrantTerms(Set.of(Action.REPLAY), none, none, Optional.of(elsewhere), false, ""));
    }

    @Test
    void hoursThatAreNotKeptAreThoseThatAreTyped() {
        WeeklyHours elsewhere = WeeklyHours.of(
                ZoneId.of("Asia/Tokyo"), Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0));
        var terms = new GrantTerms(
                Set.of(Action.LIVE), Optional.empty(), Optional.empty(), Optional.of(elsewhere), false, "");

        assertThat(GrantForm.change(FormInput.empty().preset("action", "LIVE"), terms, BERLIN, NOW)
                        .orElseThrow()
                        .hours())
                .isEmpty();
    }

    @Test
    void anEndThatHasPassedCanStayWhereItWas() {
        var terms = GrantTerms.of(Set.of(Action.LIVE), Optional.of(NOW.minusSeconds(3600)), "");
        FormInput form = FormInput.empty()
                .preset("action", "LIVE")
                .preset("until", "2026-11-20T12:00")
                .preset("reason", "it was the fence");

        assertThat(GrantForm.change(form, terms, BERLIN, NOW).orElseThrow().until())
                .isEqualTo(terms.until());
    }

    @Test
    void hoursAreNotKeptAndSetAtOnce() {
        WeeklyHours twice = new WeeklyHours(
                BERLIN,
                WeeklyHours.of(BERLIN, Set.of(DayOfWeek.MONDAY), LocalTime.of(8, 0), LocalTime.of(9, 0))
                        .windows());
        var terms =
                new GrantTerms(Set.of(Action.LIVE), Optional.empty(), Optional.empty(), Optional.of(twice), false, "");
        FormInput form =
                FormInput.empty().preset("action", "LIVE").preset("keep", "yes").preset("day", "SUNDAY");

        assertThat(GrantForm.change(form, terms, BERLIN, NOW)).isEmpty();
        assertThat(form.error("opens")).isEqualTo("form.hours.kept");
    }

    /** At each field by itself, so that one way beyond does not hide behind another. */
    @Test
    void whereAPartGoesBeyondItsWholeIsSaidAtTheField() {
        WeeklyHours nights = WeeklyHours.of(BERLIN, Set.of(DayOfWeek.MONDAY), LocalTime.of(20, 0), LocalTime.of(22, 0));
        Optional<Instant> begin = Optional.of(NOW);
        Optional<Instant> end = Optional.of(NOW.plusSeconds(3600));
        var above = new GrantTerms(Set.of(Action.LIVE), begin, end, Optional.of(nights), false, "");

        assertThat(beyond(above, above)).isEmpty();
        assertThat(beyond(new GrantTerms(Set.of(Action.REPLAY), begin, end, above.hours(), false, ""), above))
                .containsExactly("action");
        assertThat(beyond(new GrantTerms(above.actions(), begin, Optional.empty(), above.hours(), false, ""), above))
                .containsExactly("until");
        assertThat(beyond(new GrantTerms(above.actions(), Optional.empty(), end, above.hours(), false, ""), above))
                .containsExactly("from");
        assertThat(beyond(new GrantTerms(above.actions(), begin, end, Optional.empty(), false, ""), above))
                .containsExactly("opens");
        assertThat(beyond(new GrantTerms(above.actions(), begin, end, above.hours(), true, ""), above))
                .containsExactly("passable");
    }

    private static List<String> beyond(GrantTerms part, GrantTerms above) {
        FormInput form = FormInput.empty();
        PassedOn.beyond(part, above, form);
        return Stream.of("action", "until", "from", "opens", "passable")
                .filter(field -> !form.error(field).isEmpty())
                .toList();
    }

    private static AccessGrant grant(GrantTerms terms) {
        var wish = GrantWish.of(new Holder.Person(new Subject("guard")), new Selector.OneCamera(GATE), terms);
        return WORLD.inTenant(WORLD.owner, () -> WORLD.grants.give(WORLD.owner, GrantId.fresh(), wish));
    }

    private FormInput filled() {
        return FormInput.empty()
                .preset("holder", "person:guard")
                .preset("target", "camera:" + GATE)
                .preset("action", "LIVE")
                .preset("reason", "night round");
    }

    private Optional<GrantWish> read(FormInput form) {
        return WORLD.inTenant(
                WORLD.owner,
                () -> GrantForm.read(
                        form,
                        Targets.of(WORLD.owner, WORLD.cameras, WORLD.sites, WORLD.tags, Locale.ENGLISH),
                        Optional.empty(),
                        NOW));
    }
}
