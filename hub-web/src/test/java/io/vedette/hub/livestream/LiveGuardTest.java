package io.vedette.hub.livestream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.RoleNews;
import io.vedette.hub.access.SupportLevel;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.security.Membership;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Quotas;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may begin to watch, and when they must stop; on a real database, with time that is moved. */
class LiveGuardTest {
    private final HubWorld world = new HubWorld();
    private final CameraId gate = world.camera(world.owner, world.site(world.owner, "Yard"), Optional.empty(), "Gate");
    private final LiveMinutes minutes = new LiveMinutes(world.work, new Quotas(world.work), world.clock);
    private final OpenLiveView views = new OpenLiveView(
            world.visits(),
            world.visible,
            new Agents(world.work, world.visible),
            world.grants,
            world.work,
            minutes,
            world.clock);
    private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
    private final LiveGuard guard =
            new LiveGuard(views, world.news, world.clock, nanos::get, Runnable::run, Runnable::run);
    private Person person = person(world.guard, "acme");
    private final List<Integer> closed = new ArrayList<>();
    private Supplier<Optional<Person>> login = () -> Optional.of(person);

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void withoutAGrantTheCameraDoesNotExist() {
        assertRefused(person, "acme", gate, Problem.NOT_FOUND);
    }

    @Test
    void aCameraThatMayOnlyBeReplayedNamesTheMissingRight() {
        give(Set.of(Action.REPLAY), Optional.empty());

        assertRefused(person, "acme", gate, Problem.MISSING_RIGHT);
    }

    @Test
    void anotherTenantsCameraDoesNotExistEvenForAnOwner() {
        Person stranger = person(world.stranger, "globex");

        assertRefused(stranger, "globex", gate, Problem.NOT_FOUND);
        assertRefused(stranger, "acme", gate, Problem.NOT_FOUND);
    }

    @Test
    void whoHasTheRightMayBeginAndStays() {
        give(Set.of(Action.LIVE), Optional.empty());
        watch();

        for (int second = 0; second < 60; second++) {
            pass(Duration.ofSeconds(1));
        }

        assertThat(views.open(person, "acme", gate).camera().camera()).isEqualTo(gate);
        assertThat(closed).isEmpty();
    }

    @Test
    void takingTheGrantBackClosesTheViewAtOnce() {
        GrantId grant = give(Set.of(Action.LIVE), Optional.empty());
        watch();

        world.work.run(world.owner.tenant(), () -> world.grants.takeBack(world.owner, grant));

        assertThat(closed).containsExactly(4403);
    }

    @Test
    void movingTheCameraOutOfThePlaceThatWasGivenClosesTheView() {
        SiteId yard = world.inTenant(
                world.owner, () -> world.cameras.get(world.owner, gate).site());
        SiteId house = world.site(world.owner, "House");
        give(new Selector.WholeSite(yard), Set.of(Action.LIVE), Optional.empty());
        watch();
        moved(yard);
        assertThat(closed).as("it hangs where it hung").isEmpty();

        moved(house);

        assertThat(closed).containsExactly(4403);
    }

    private void moved(SiteId to) {
        world.work.run(world.owner.tenant(), () -> {
            int version = world.cameras.get(world.owner, gate).version();
            world.cameras.change(world.owner, gate, version, new Name("Moved"), to, Optional.empty());
        });
    }

    @Test
    void ofAWallOnlyTheCameraThatWasTakenBackCloses() {
        CameraId door = world.camera(world.owner, world.site(world.owner, "House"), Optional.empty(), "Door");
        give(gate, Set.of(Action.LIVE), Optional.empty());
        GrantId toTheDoor = give(door, Set.of(Action.LIVE), Optional.empty());
        watch();
        List<Integer> doorClosed = new ArrayList<>();
        guard.guard(
                world.guard.tenant(), "acme", door, person, () -> login.get(), (code, reason) -> doorClosed.add(code));

        world.work.run(world.owner.tenant(), () -> world.grants.takeBack(world.owner, toTheDoor));

        assertThat(doorClosed).containsExactly(4403);
        assertThat(closed).isEmpty();
    }

    @Test
    void aViewTakesAMinuteEachMinuteAndIsClosedWhenNoneIsLeft() {
        give(Set.of(Action.LIVE), Optional.empty());
        world.work.run(
                world.owner.tenant(),
                () -> new Quotas(world.work)
                        .set(
                                world.owner.tenant(),
                                Limit.LIVE_MINUTES,
                                OptionalLong.of(2),
                                "the contract",
                                world.clock.instant()));
        watch();

        for (int second = 0; second < 179; second++) {
            pass(Duration.ofSeconds(1));
        }
        assertThat(closed).isEmpty();

        pass(Duration.ofSeconds(1));
        assertThat(closed).containsExactly(4402);
    }

    @Test
    void suspendingSomebodyClosesTheirViewAtOnce() {
        give(Set.of(Action.LIVE), Optional.empty());
        watch();
        TestDatabase.addMember(world.settings, world.owner);
        var roles = new RoleNews();
        roles.onChanged(world.news::less);
        var keepOut = new KeepOut(world.work, world.members, roles, world.clock);

        world.work.run(world.owner.tenant(), () -> keepOut.suspend(world.owner, world.guard.subject()));

        assertThat(closed).containsExactly(4403);
    }

    @Test
    void takingSupportAccessBackClosesTheOperatorsViewAtOnce() {
        support();
        watch();

        world.work.run(world.owner.tenant(), () -> world.support.takeBack(world.owner));

        assertThat(closed).containsExactly(4403);
    }

    @Test
    void theOperatorsViewEndsWithTheirAccess() {
        support();
        watch();
        pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(closed).isEmpty();

        pass(Duration.ofSeconds(1));

        assertThat(closed).containsExactly(4403);
    }

    /** From here on whoever watches is an operator, let in for a day. */
    private void support() {
        world.work.run(world.owner.tenant(), () -> world.support.give(world.owner, SupportLevel.LOOK, 1, "no picture"));
        person = new Person("op", "op", "Operator", "", List.of(), true, null);
    }

    @Test
    void takingBackWhatSomebodyElseWasGivenClosesNothing() {
        give(Set.of(Action.LIVE), Optional.empty());
        GrantId second = give(Set.of(Action.LIVE), Optional.empty());
        watch();

        world.work.run(world.owner.tenant(), () -> world.grants.takeBack(world.owner, second));

        assertThat(closed).isEmpty();
    }

    @Test
    void theEndOfAGrantClosesTheViewWithinASecond() {
        give(Set.of(Action.LIVE), Optional.of(world.clock.instant().plusSeconds(3)));
        watch();

        pass(Duration.ofMillis(2_500));
        assertThat(closed).isEmpty();
        pass(Duration.ofMillis(500));

        assertThat(closed).containsExactly(4403);
    }

    @Test
    void lessAccessThatNobodyToldOfIsFoundWithinTenSeconds() {
        give(Set.of(Action.LIVE), Optional.empty());
        watch();
        pass(Duration.ofSeconds(1));
        login = () -> Optional.of(new Person(person.subject(), "guard", "Guard", List.of()));

        for (int second = 0; second < 11; second++) {
            pass(Duration.ofSeconds(1));
        }

        assertThat(closed).containsExactly(4403);
    }

    @Test
    void theEndOfTheSignInClosesTheView() {
        give(Set.of(Action.LIVE), Optional.empty());
        watch();
        login = Optional::empty;

        pass(Duration.ofSeconds(10));

        assertThat(closed).containsExactly(4401);
    }

    @Test
    void aQuestionThatCannotBeAnsweredKeepsAViewForHalfAMinuteAtMost() {
        give(Set.of(Action.LIVE), Optional.empty());
        watch();
        pass(Duration.ofSeconds(1));
        world.database.close();

        pass(Duration.ofSeconds(10));
        pass(Duration.ofSeconds(10));
        assertThat(closed).isEmpty();
        pass(Duration.ofSeconds(11));

        assertThat(closed).containsExactly(1011);
    }

    @Test
    void aViewThatIsGoneIsNotAskedAbout() {
        GrantId grant = give(Set.of(Action.LIVE), Optional.empty());
        guard.release(watch());

        world.work.run(world.owner.tenant(), () -> world.grants.takeBack(world.owner, grant));

        assertThat(closed).isEmpty();
    }

    private LiveGuard.Guarded watch() {
        return guard.guard(
                world.guard.tenant(), "acme", gate, person, () -> login.get(), (code, reason) -> closed.add(code));
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        world.clock.move(time);
        guard.look();
    }

    private GrantId give(Set<Action> actions, Optional<Instant> until) {
        return give(gate, actions, until);
    }

    private GrantId give(CameraId camera, Set<Action> actions, Optional<Instant> until) {
        return give(new Selector.OneCamera(camera), actions, until);
    }

    private GrantId give(Selector what, Set<Action> actions, Optional<Instant> until) {
        var wish = GrantWish.of(new Holder.Person(world.guard.subject()), what, GrantTerms.of(actions, until, ""));
        return world.work.as(
                world.owner.tenant(),
                () -> world.grants.give(world.owner, GrantId.fresh(), wish).id());
    }

    private void assertRefused(Person who, String slug, CameraId camera, Problem problem) {
        assertThatThrownBy(() -> views.open(who, slug, camera))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static Person person(Viewer viewer, String slug) {
        String name = viewer.subject().value();
        return new Person(
                name, name, name, List.of(new Membership(slug, viewer.tenant().value())));
    }
}
