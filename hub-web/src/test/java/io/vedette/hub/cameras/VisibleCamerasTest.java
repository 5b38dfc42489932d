package io.vedette.hub.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VisibleCamerasTest {
    private final HubWorld world = new HubWorld();
    private final SiteId yard = world.site(world.owner, "Yard");
    private final GroupId docks = world.group(world.owner, yard, "Docks");
    private final CameraId gate = world.camera(world.owner, yard, Optional.empty(), "Gate");
    private final CameraId dock = world.camera(world.owner, yard, Optional.of(docks), "Dock");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void anOwnerSeesEveryCameraWithoutAGrant() {
        assertThat(seenBy(world.owner)).containsExactly("Dock", "Gate");
        assertThat(allows(world.owner, gate, Action.LIVE)).isTrue();
    }

    @Test
    void aViewerWithoutGrantsSeesNothingAndNoSiteEither() {
        assertThat(seenBy(world.guard)).isEmpty();
        assertThat(world.inTenant(world.guard, () -> world.sites.all(world.guard)))
                .isEmpty();
    }

    @Test
    void aGrantOnACameraShowsThatCameraAndNoOther() {
        give(new Selector.OneCamera(gate), Set.of(Action.LIVE), Optional.empty());

        assertThat(seenBy(world.guard)).containsExactly("Gate");
        assertThat(allows(world.guard, gate, Action.LIVE)).isTrue();
        assertThat(allows(world.guard, dock, Action.LIVE)).isFalse();
    }

    @Test
    void aGrantOnAGroupShowsWhateverCameraIsInItThen() {
        give(new Selector.WholeGroup(docks), Set.of(Action.REPLAY), Optional.empty());
        assertThat(seenBy(world.guard)).containsExactly("Dock");

        moveTo(gate, Optional.of(docks));
        assertThat(seenBy(world.guard)).containsExactly("Dock", "Gate");

        moveTo(dock, Optional.empty());
        assertThat(seenBy(world.guard)).containsExactly("Gate");
    }

    @Test
    void twoGrantsOfTheSameShowWhatOneShows() {
        for (Selector what : List.of(
                new Selector.WholeSite(yard),
                new Selector.WholeGroup(docks),
                new Selector.OneCamera(gate),
                new Selector.EveryCamera())) {
            give(what, Set.of(Action.LIVE), Optional.empty());
            give(what, Set.of(Action.LIVE, Action.REPLAY), Optional.empty());

            assertThat(seenBy(world.guard)).as(what.toString()).isNotEmpty();
        }
        assertThat(seenBy(world.guard)).containsExactly("Dock", "Gate");
    }

    @Test
    void aGrantEndsAtItsInstant() {
        Instant until = world.clock.instant().plus(Duration.ofHours(1));
        give(new Selector.OneCamera(gate), Set.of(Action.LIVE), Optional.of(until));

        world.clock.move(Duration.ofMinutes(59));
        assertThat(allows(world.guard, gate, Action.LIVE)).isTrue();
        world.clock.move(Duration.ofMinutes(1));
        assertThat(allows(world.guard, gate, Action.LIVE)).isFalse();
        assertThat(seenBy(world.guard)).isEmpty();
    }

    @Test
    void whatAnotherMomentShowsIsSaidByTheSameRule() {
        Instant until = world.clock.instant().plus(Duration.ofHours(1));
        give(new Selector.OneCamera(gate), Set.of(Action.LIVE), Optional.of(until));

        assertThat(world.inTenant(
                        world.guard,
                        () -> world.cameras.at(until.minusSeconds(1)).all(world.guard)))
                .hasSize(1);
        assertThat(world.inTenant(world.guard, () -> world.cameras.at(until).all(world.guard)))
                .isEmpty();
    }

    @Test
    void aVisibleCameraWithoutTheRightIsForbiddenAndAnInvisibleOneIsNotFound() {
        give(new Selector.OneCamera(gate), Set.of(Action.LIVE), Optional.empty());

        assertThat(refusal(world.guard, gate, Action.REPLAY)).isEqualTo(Problem.MISSING_RIGHT);
        assertThat(refusal(world.guard, dock, Action.REPLAY)).isEqualTo(Problem.NOT_FOUND);
        assertThat(refusal(world.guard, CameraId.fresh(), Action.REPLAY)).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void theOtherTenantSeesNothingEvenByIdAndWithAnOwnersRole() {
        assertThat(seenBy(world.stranger)).isEmpty();
        assertThat(refusal(world.stranger, gate, Action.LIVE)).isEqualTo(Problem.NOT_FOUND);
    }

    @Test
    void aGrantTakenBackIsGoneAtOnceAndToldToWhateverIsOpen() {
        List<Object> told = new java.util.ArrayList<>();
        world.news.onLess(told::add);
        GrantId grant = give(new Selector.OneCamera(gate), Set.of(Action.LIVE), Optional.empty());

        world.work.run(world.owner.tenant(), () -> world.grants.takeBack(world.owner, grant));

        assertThat(seenBy(world.guard)).isEmpty();
        assertThat(told).containsExactly(world.owner.tenant());
    }

    @Test
    void aViewerCannotGiveTakeOrArrange() {
        give(new Selector.OneCamera(gate), Set.of(Action.LIVE), Optional.empty());
        var wish = GrantWish.of(
                new Holder.Person(world.guard.subject()),
                new Selector.OneCamera(gate),
                GrantTerms.of(Set.of(Action.REPLAY), Optional.empty(), ""));

        assertThatThrownBy(() -> world.work.run(
                        world.guard.tenant(), () -> world.grants.give(world.guard, GrantId.fresh(), wish)))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> world.work.run(
                        world.guard.tenant(),
                        () -> world.cameras.change(world.guard, gate, 0, new Name("Mine"), Optional.empty())))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aForeignCameraCannotBeGiven() {
        var wish = GrantWish.of(
                new Holder.Person(world.stranger.subject()),
                new Selector.OneCamera(gate),
                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""));

        assertThatThrownBy(() -> world.work.run(
                        world.stranger.tenant(), () -> world.grants.give(world.stranger, GrantId.fresh(), wish)))
                .isInstanceOf(Refusal.class)
                .hasMessage("not-found");
    }

    private void moveTo(CameraId camera, Optional<GroupId> group) {
        world.work.run(world.owner.tenant(), () -> {
            Camera now = world.cameras.get(world.owner, camera);
            world.cameras.change(world.owner, camera, now.version(), new Name(now.name()), group);
        });
    }

    private GrantId give(Selector what, Set<Action> actions, Optional<Instant> until) {
        GrantId id = GrantId.fresh();
        world.work.run(
                world.owner.tenant(),
                () -> world.grants.give(
                        world.owner,
                        id,
                        GrantWish.of(
                                new Holder.Person(world.guard.subject()),
                                what,
                                GrantTerms.of(actions, until, "night shift"))));
        return id;
    }

    private List<String> seenBy(Viewer viewer) {
        return world.inTenant(
                viewer,
                () -> world.cameras.all(viewer).stream().map(Camera::name).toList());
    }

    private boolean allows(Viewer viewer, CameraId camera, Action action) {
        return world.inTenant(viewer, () -> world.visible.allows(viewer, camera, action));
    }

    private Problem refusal(Viewer viewer, CameraId camera, Action action) {
        return world.inTenant(viewer, () -> {
            try {
                world.visible.demand(viewer, camera, action);
                throw new AssertionError("was allowed");
            } catch (Refusal refused) {
                return refused.problem();
            }
        });
    }
}
