package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever gives by their role gives nothing, to nobody and not to themselves, that they do not have. */
class OwnRightsTest {
    private static final Set<Action> LIVE = Set.of(Action.LIVE);

    private final HubWorld world = new HubWorld();
    private final SiteId yard = world.site(world.owner, "Yard");
    private final CameraId gate = world.camera(world.owner, yard, Optional.empty(), "Gate");
    private final CameraId dock = world.camera(world.owner, yard, Optional.empty(), "Dock");
    private final Viewer admin = new Viewer(world.owner.tenant(), new Subject("admin"), Role.ADMIN);
    private final Instant soon = world.clock.instant().plusSeconds(60);
    /** Gives by role, and has one camera only, by a grant. */
    private final Viewer clerk = clerk(Permission.DELEGATE, Permission.LIVE);

    private final GrantId clerks = give(world.owner, clerk, new Selector.OneCamera(gate), terms(LIVE, soon));

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void whoeverHasNotEveryCameraGivesNoneByRole() {
        world.work.run(world.owner.tenant(), () -> world.tags.put(world.owner, gate, Set.of(new Tag("front"))));

        for (Viewer to : List.of(clerk, world.guard)) {
            for (Selector what : List.of(
                    new Selector.EveryCamera(),
                    new Selector.WholeSite(yard),
                    new Selector.Tagged(new Tag("front")),
                    new Selector.OneCamera(gate))) {
                refused("EVERY_CAMERA", () -> give(clerk, to, what, GrantTerms.of(LIVE, Optional.empty(), "")));
            }
        }
        give(admin, world.guard, new Selector.OneCamera(gate), GrantTerms.of(LIVE, Optional.empty(), ""));

        assertThat(sees(clerk, dock)).isFalse();
        assertThat(sees(world.guard, gate)).isTrue();
        assertThat(sees(world.guard, dock)).isFalse();
    }

    @Test
    void whoeverHasNotEveryCameraMakesNoGrantLastLonger() {
        refused("EVERY_CAMERA", () -> change(clerk, terms(LIVE, soon.plusSeconds(1))));
        refused("EVERY_CAMERA", () -> change(clerk, GrantTerms.of(LIVE, Optional.empty(), "")));

        change(clerk, terms(LIVE, soon.minusSeconds(1)));
        change(admin, terms(LIVE, soon.plusSeconds(1)));
    }

    @Test
    void whoeverHasNotEveryCameraPutsNobodyIntoATeam() {
        TeamId team = world.inTenant(world.owner, () -> world.teams.make(world.owner, TeamId.fresh(), new Name("Day")))
                .id();
        world.inTenant(
                world.owner,
                () -> world.grants.give(
                        world.owner,
                        GrantId.fresh(),
                        GrantWish.of(
                                new Holder.Team(team),
                                new Selector.EveryCamera(),
                                GrantTerms.of(LIVE, Optional.empty(), ""))));

        for (Viewer who : List.of(clerk, world.guard)) {
            refused("EVERY_CAMERA", () -> put(clerk, team, who));
            assertThat(sees(who, dock)).isFalse();
        }
        put(admin, team, world.guard);
        assertThat(sees(world.guard, dock)).isTrue();
    }

    @Test
    void nobodyGivesAWayToUseACameraThatTheirRoleDoesNotHave() {
        Viewer watcher = clerk(Permission.DELEGATE, Permission.EVERY_CAMERA, Permission.LIVE);

        refused(
                "REPLAY",
                () -> give(
                        watcher,
                        world.guard,
                        new Selector.OneCamera(gate),
                        GrantTerms.of(Set.of(Action.LIVE, Action.REPLAY), Optional.empty(), "")));
        refused("REPLAY", () -> change(watcher, terms(Set.of(Action.LIVE, Action.REPLAY), soon)));
        give(watcher, world.guard, new Selector.OneCamera(gate), terms(LIVE, soon));
        assertThat(sees(world.guard, gate)).isTrue();
    }

    private Viewer clerk(Permission... permissions) {
        var key = new RoleKey("00000000-0000-4000-8000-000000000001");
        return new Viewer(
                world.owner.tenant(),
                new Subject("operator"),
                new Role(key, "Clerk", Set.of(permissions), Optional.empty()));
    }

    private GrantId give(Viewer from, Viewer to, Selector what, GrantTerms terms) {
        GrantId id = GrantId.fresh();
        GrantWish wish = GrantWish.of(new Holder.Person(to.subject()), what, terms);
        world.inTenant(from, () -> world.grants.give(from, id, wish));
        return id;
    }

    private void change(Viewer viewer, GrantTerms terms) {
        world.inTenant(viewer, () -> world.grants.change(viewer, clerks, terms));
    }

    private void put(Viewer viewer, TeamId team, Viewer who) {
        world.work.run(viewer.tenant(), () -> world.teams.put(viewer, team, who.subject()));
    }

    private boolean sees(Viewer viewer, CameraId camera) {
        return world.inTenant(viewer, () -> world.visible.sees(viewer, camera));
    }

    private static GrantTerms terms(Set<Action> actions, Instant until) {
        return GrantTerms.of(actions, Optional.of(until), "");
    }

    private static void refused(String right, ThrowingCallable deed) {
        assertThatThrownBy(deed).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.MISSING_RIGHT);
            assertThat(refusal.details()).containsExactly(right);
        });
    }
}
