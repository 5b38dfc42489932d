package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Giving, passing on and taking back: who may, and how far. */
class GrantsTest {
    private static final Set<Action> BOTH = Set.of(Action.LIVE, Action.REPLAY);

    private final HubWorld world = new HubWorld();
    private final SiteId yard = world.site(world.owner, "Yard");
    private final GroupId docks = world.group(world.owner, yard, "Docks");
    private final CameraId gate = world.camera(world.owner, yard, Optional.empty(), "Gate");
    private final CameraId dock = world.camera(world.owner, yard, Optional.of(docks), "Dock");
    private final Viewer guest = new Viewer(world.owner.tenant(), new Subject("guest"), Role.VIEWER);
    private final Viewer third = new Viewer(world.owner.tenant(), new Subject("third"), Role.VIEWER);
    private final Instant friday = world.clock.instant().plus(Duration.ofDays(7));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverHoldsAGrantThatMayBePassedOnGivesAPartOfIt() {
        GrantId own = give(world.owner, world.guard, new Selector.WholeSite(yard), terms(BOTH, friday, true));

        pass(world.guard, own, guest, new Selector.OneCamera(dock), terms(Set.of(Action.LIVE), friday, false));

        assertThat(allows(guest, dock, Action.LIVE)).isTrue();
        assertThat(allows(guest, dock, Action.REPLAY)).isFalse();
        assertThat(allows(guest, gate, Action.LIVE)).isFalse();
    }

    @Test
    void nobodyPassesOnWhatTheyWereNotAllowedToPassOnOrDoNotHold() {
        GrantId own = give(world.owner, world.guard, new Selector.OneCamera(gate), terms(BOTH, friday, false));

        refused(
                Problem.MISSING_RIGHT,
                () -> pass(world.guard, own, guest, new Selector.OneCamera(gate), terms(BOTH, friday, false)));
        refused(
                Problem.NOT_FOUND,
                () -> pass(third, own, guest, new Selector.OneCamera(gate), terms(BOTH, friday, false)));
        refused(
                Problem.NOT_FOUND,
                () -> pass(
                        world.guard, GrantId.fresh(), guest, new Selector.OneCamera(gate), terms(BOTH, friday, false)));
        refused(
                Problem.MISSING_RIGHT,
                () -> give(world.guard, guest, new Selector.OneCamera(gate), terms(BOTH, friday, false)));
    }

    @Test
    void whatIsPassedOnIsNeverMoreThanTheGrant() {
        GrantId own = give(
                world.owner, world.guard, new Selector.WholeGroup(docks), terms(Set.of(Action.LIVE), friday, true));

        tooMuch(own, new Selector.WholeGroup(docks), terms(BOTH, friday, false));
        tooMuch(own, new Selector.WholeGroup(docks), terms(Set.of(Action.LIVE), friday.plusSeconds(1), false));
        tooMuch(own, new Selector.WholeGroup(docks), GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""));
        refused(
                Problem.NOT_FOUND,
                () -> pass(
                        world.guard,
                        own,
                        guest,
                        new Selector.OneCamera(gate),
                        terms(Set.of(Action.LIVE), friday, false)));
        tooMuch(own, new Selector.WholeSite(yard), terms(Set.of(Action.LIVE), friday, false));
        tooMuch(own, new Selector.EveryCamera(), terms(Set.of(Action.LIVE), friday, false));
        tooMuch(own, new Selector.Tagged(new Tag("unused")), terms(Set.of(Action.LIVE), friday, false));
        assertThat(world.inTenant(world.owner, () -> world.grants.all(world.owner)))
                .hasSize(1);
    }

    @Test
    void whatLiesInsideAGrantIsExactlyWhatCanBePassedOnOfIt() {
        var both = new Tag("both");
        var one = new Tag("one");
        world.work.run(world.owner.tenant(), () -> {
            world.tags.put(world.owner, gate, Set.of(both));
            world.tags.put(world.owner, dock, Set.of(both, one));
        });
        List<Selector> all = List.of(
                new Selector.OneCamera(gate),
                new Selector.OneCamera(dock),
                new Selector.WholeGroup(docks),
                new Selector.WholeSite(yard),
                new Selector.Tagged(both),
                new Selector.Tagged(one),
                new Selector.EveryCamera());
        Selector other = new Selector.WholeSite(world.site(world.owner, "Empty"));

        for (Selector held : all) {
            GrantId own = give(world.owner, world.guard, held, terms(BOTH, friday, true));
            Inside inside = world.inTenant(world.guard, () -> world.grants.inside(world.guard, own));

            assertThat(all)
                    .filteredOn(inside::holds)
                    .isEqualTo(passed(own, all))
                    .contains(held);
            assertThat(inside.holds(other)).as("a site without cameras").isFalse();
            takeBack(world.owner, own);
        }
    }

    /** Those of them that can be passed on. */
    private List<Selector> passed(GrantId own, List<Selector> some) {
        return some.stream()
                .filter(what -> {
                    try {
                        pass(world.guard, own, guest, what, terms(BOTH, friday, false));
                        return true;
                    } catch (IllegalArgumentException | Refusal e) {
                        return false;
                    }
                })
                .toList();
    }

    @Test
    void whatLiesInsideAPartOfAGrantEndsWhereTheGrantDoesAndIsNobodyElsesToKnow() {
        GrantId own = give(world.owner, world.guard, new Selector.WholeSite(yard), terms(BOTH, friday, true));
        GrantId part = pass(world.guard, own, guest, new Selector.WholeGroup(docks), terms(BOTH, friday, true));

        Inside inside = world.inTenant(guest, () -> world.grants.inside(guest, part));
        assertThat(inside.cameras()).containsExactly(dock);
        assertThat(inside.whole()).containsExactly(new Selector.WholeGroup(docks));

        refused(Problem.NOT_FOUND, () -> world.inTenant(third, () -> world.grants.inside(third, own)));
    }

    @Test
    void aGrantOfSomeHoursIsPassedOnForHoursWithinThem() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        var week = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
        var office = WeeklyHours.of(berlin, week, LocalTime.of(8, 0), LocalTime.of(18, 0));
        var lunch = WeeklyHours.of(berlin, week, LocalTime.of(12, 0), LocalTime.of(13, 30));
        var late = WeeklyHours.of(berlin, week, LocalTime.of(17, 0), LocalTime.of(19, 0));
        GrantId own = give(world.owner, world.guard, new Selector.OneCamera(gate), hours(office, true));

        tooMuch(own, new Selector.OneCamera(gate), hours(late, false));
        tooMuch(own, new Selector.OneCamera(gate), GrantTerms.of(BOTH, Optional.empty(), ""));
        pass(
                world.guard,
                own,
                guest,
                new Selector.OneCamera(gate),
                hours(lunch, false)); // it is Friday, 13:00 in Berlin

        assertThat(allows(guest, gate, Action.LIVE)).isTrue();
        world.clock.move(Duration.ofMinutes(30));
        assertThat(allows(guest, gate, Action.LIVE)).isFalse();
        assertThat(allows(world.guard, gate, Action.LIVE)).isTrue();
    }

    @Test
    void whatWasPassedOnGoesNoFurtherThanTheGrantStillGoes() {
        GrantId own = give(world.owner, world.guard, new Selector.WholeSite(yard), terms(BOTH, friday, true));
        pass(world.guard, own, guest, new Selector.WholeSite(yard), terms(BOTH, friday, false));

        change(own, terms(Set.of(Action.LIVE), friday, true));
        assertThat(allows(guest, gate, Action.REPLAY)).isFalse();
        assertThat(allows(guest, gate, Action.LIVE)).isTrue();

        change(own, terms(BOTH, friday, false));
        assertThat(allows(guest, gate, Action.LIVE))
                .as("no longer to be passed on")
                .isFalse();

        change(own, terms(BOTH, friday, true));
        assertThat(allows(guest, gate, Action.REPLAY)).isTrue();
        takeBack(world.owner, own);
        assertThat(allows(guest, gate, Action.LIVE)).isFalse();
        assertThat(world.inTenant(world.owner, () -> world.grants.all(world.owner)))
                .as("what was passed on is gone with it")
                .isEmpty();
    }

    @Test
    void whatWasPassedOnBeginsAndEndsAtTheVeryMomentTheGrantAboveDoes() {
        GrantId own = give(world.owner, world.guard, new Selector.WholeSite(yard), terms(BOTH, friday, true));
        pass(world.guard, own, guest, new Selector.OneCamera(dock), terms(BOTH, friday, false));
        Instant begin = world.clock.instant().plus(Duration.ofHours(1));
        Instant end = begin.plus(Duration.ofHours(1));
        change(own, new GrantTerms(BOTH, Optional.of(begin), Optional.of(end), Optional.empty(), true, ""));

        world.clock.move(Duration.ofHours(1).minusMillis(1));
        assertThat(allows(guest, dock, Action.LIVE)).as("before the begin").isFalse();
        world.clock.move(Duration.ofMillis(1));
        assertThat(allows(guest, dock, Action.LIVE)).as("at the begin").isTrue();
        world.clock.move(Duration.ofHours(1).minusMillis(1));
        assertThat(allows(guest, dock, Action.LIVE)).as("before the end").isTrue();
        world.clock.move(Duration.ofMillis(1));
        assertThat(allows(guest, dock, Action.LIVE)).as("at the end").isFalse();
    }

    @Test
    void aLineOfGrantsEndsAfterThreeHands() {
        GrantId next = give(world.owner, world.guard, new Selector.OneCamera(gate), terms(BOTH, friday, true));
        next = pass(world.guard, next, guest, new Selector.OneCamera(gate), terms(BOTH, friday, true));
        next = pass(guest, next, third, new Selector.OneCamera(gate), terms(BOTH, friday, true));
        GrantId last = pass(third, next, world.guard, new Selector.OneCamera(gate), terms(BOTH, friday, true));

        assertThat(allows(third, gate, Action.REPLAY)).isTrue();
        assertThatThrownBy(
                        () -> pass(world.guard, last, guest, new Selector.OneCamera(gate), terms(BOTH, friday, false)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theGiverChangesAndTakesBackWhatTheyPassedOnAndNothingElse() {
        GrantId own = give(world.owner, world.guard, new Selector.WholeSite(yard), terms(BOTH, friday, true));
        GrantId part = pass(world.guard, own, guest, new Selector.OneCamera(gate), terms(BOTH, friday, false));

        refused(Problem.MISSING_RIGHT, () -> takeBack(world.guard, own));
        refused(Problem.MISSING_RIGHT, () -> takeBack(guest, part));
        refused(Problem.NOT_FOUND, () -> takeBack(third, part));
        refused(Problem.NOT_FOUND, () -> takeBack(world.stranger, part));
        assertThatThrownBy(() -> world.work.run(
                        world.guard.tenant(),
                        () -> world.grants.change(world.guard, part, terms(BOTH, friday.plusSeconds(1), false))))
                .isInstanceOf(IllegalArgumentException.class);

        takeBack(world.guard, part);
        assertThat(allows(guest, gate, Action.LIVE)).isFalse();
    }

    @Test
    void aTeamHoldsWhatItIsGivenForWhoeverIsInIt() {
        TeamId shift = world.inTenant(
                world.owner,
                () -> world.teams
                        .make(world.owner, TeamId.fresh(), new Name("Night shift"))
                        .id());
        world.work.run(world.owner.tenant(), () -> world.teams.put(world.owner, shift, world.guard.subject()));
        world.inTenant(
                world.owner,
                () -> world.grants.give(
                        world.owner,
                        GrantId.fresh(),
                        GrantWish.of(
                                new Holder.Team(shift), new Selector.OneCamera(gate), terms(BOTH, friday, false))));

        assertThat(allows(world.guard, gate, Action.LIVE)).isTrue();
        assertThat(allows(guest, gate, Action.LIVE)).isFalse();

        world.work.run(world.owner.tenant(), () -> world.teams.take(world.owner, shift, world.guard.subject()));
        assertThat(allows(world.guard, gate, Action.LIVE)).isFalse();
        refused(
                Problem.MISSING_RIGHT,
                () -> world.work.run(guest.tenant(), () -> world.teams.put(guest, shift, guest.subject())));
    }

    @Test
    void aTeamOrSiteOfAnotherTenantIsNotFound() {
        refused(
                Problem.NOT_FOUND,
                () -> world.inTenant(
                        world.owner,
                        () -> world.grants.give(
                                world.owner,
                                GrantId.fresh(),
                                GrantWish.of(
                                        new Holder.Team(TeamId.fresh()),
                                        new Selector.EveryCamera(),
                                        terms(BOTH, friday, false)))));
        refused(
                Problem.NOT_FOUND,
                () -> world.inTenant(
                        world.stranger,
                        () -> world.grants.give(
                                world.stranger,
                                GrantId.fresh(),
                                GrantWish.of(
                                        new Holder.Person(world.guard.subject()),
                                        new Selector.WholeSite(yard),
                                        terms(BOTH, friday, false)))));
    }

    @Test
    void theNextEndIsTheEarliestOfAnEndAndAnHour() {
        var office = WeeklyHours.of(
                ZoneId.of("Europe/Berlin"), Set.of(DayOfWeek.FRIDAY), LocalTime.of(8, 0), LocalTime.of(18, 0));
        give(world.owner, world.guard, new Selector.OneCamera(gate), terms(BOTH, friday, false));
        Instant now = world.clock.instant();

        assertThat(world.inTenant(world.guard, () -> world.grants.nextEnd(world.guard, now)))
                .isEqualTo(friday);

        GrantId own = give(world.owner, guest, new Selector.OneCamera(gate), hours(office, true));
        pass(guest, own, world.guard, new Selector.OneCamera(gate), hours(office, false));
        assertThat(world.inTenant(world.guard, () -> world.grants.nextEnd(world.guard, now)))
                .isEqualTo(Instant.parse("2026-11-20T17:00:00Z"));
    }

    private void tooMuch(GrantId own, Selector what, GrantTerms terms) {
        assertThatThrownBy(() -> pass(world.guard, own, guest, what, terms))
                .as("%s %s", what, terms)
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void refused(Problem problem, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }

    private GrantId give(Viewer giver, Viewer holder, Selector what, GrantTerms terms) {
        return give(giver, new GrantWish(new Holder.Person(holder.subject()), what, terms, Optional.empty()));
    }

    private GrantId pass(Viewer giver, GrantId under, Viewer holder, Selector what, GrantTerms terms) {
        return give(giver, new GrantWish(new Holder.Person(holder.subject()), what, terms, Optional.of(under)));
    }

    private GrantId give(Viewer giver, GrantWish wish) {
        return world.inTenant(
                giver, () -> world.grants.give(giver, GrantId.fresh(), wish).id());
    }

    private void change(GrantId id, GrantTerms terms) {
        world.work.run(world.owner.tenant(), () -> world.grants.change(world.owner, id, terms));
    }

    private void takeBack(Viewer viewer, GrantId id) {
        world.work.run(viewer.tenant(), () -> world.grants.takeBack(viewer, id));
    }

    private boolean allows(Viewer viewer, CameraId camera, Action action) {
        return world.inTenant(viewer, () -> world.visible.allows(viewer, camera, action));
    }

    private static GrantTerms terms(Set<Action> actions, Instant until, boolean passable) {
        return new GrantTerms(actions, Optional.empty(), Optional.of(until), Optional.empty(), passable, "");
    }

    private static GrantTerms hours(WeeklyHours hours, boolean passable) {
        return new GrantTerms(BOTH, Optional.empty(), Optional.empty(), Optional.of(hours), passable, "");
    }
}
