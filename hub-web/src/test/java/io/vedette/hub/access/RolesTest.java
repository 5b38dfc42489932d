package io.vedette.hub.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RolesTest {
    private final HubWorld world = new HubWorld();
    private final RoleNews news = new RoleNews();
    private final Roles roles = new Roles(world.work, news);
    private final Members members = new Members(world.work, roles, world.clock);
    private final Appoint appoint = new Appoint(world.work, members, news);
    private final TenantId acme = world.owner.tenant();
    private final Subject guard = world.guard.subject();

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aRoleOfTheTenantsOwnMayWhatItSaysAndNothingElse() {
        Role role = given("Reception", Set.of(Permission.LIVE, Permission.DELEGATE), Optional.empty());

        Viewer viewer = viewer();
        assertThat(viewer.role()).isEqualTo(role);
        for (Permission permission : Permission.values()) {
            assertThat(viewer.may(permission)).isEqualTo(role.permissions().contains(permission));
        }
    }

    @Test
    void onlyOwnersMakeChangeAndDeleteRoles() {
        RoleKey key = make("Reception", Set.of(Permission.LIVE)).key();
        RoleWish wish = wish("Other", Set.of(Permission.LIVE), Optional.empty());

        for (Role role : List.of(Role.ADMIN, Role.EDITOR, Role.VIEWER)) {
            Viewer viewer = new Viewer(acme, guard, role);
            refused(Problem.MISSING_RIGHT, () -> roles.make(viewer, wish));
            refused(Problem.MISSING_RIGHT, () -> roles.change(viewer, key, wish));
            refused(Problem.MISSING_RIGHT, () -> roles.remove(viewer, key));
        }
        assertThat(names()).containsExactly("Reception");
    }

    @Test
    void noRoleCanBeMadeThatOwnsTheTenant() {
        assertThatThrownBy(() -> wish("Second owner", Set.of(Permission.OWN), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoRolesOfOneTenantHaveTwoNames() {
        make("Reception", Set.of(Permission.LIVE));

        refused(
                Problem.CONFLICT,
                () -> roles.make(world.owner, wish("Reception", Set.of(Permission.LIVE), Optional.empty())));
    }

    @Test
    void theRolesOfAnotherTenantAreNotThere() {
        RoleKey key = make("Reception", Set.of(Permission.LIVE)).key();

        world.inTenant(world.stranger, () -> {
            assertThat(roles.custom(world.stranger.tenant())).isEmpty();
            assertThat(roles.find(world.stranger.tenant(), key)).isEmpty();
            return null;
        });
        assertThatThrownBy(() -> world.work.run(world.stranger.tenant(), () -> roles.remove(world.stranger, key)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void aChangeCountsAtOnceAndIsTold() {
        Role role = given("Reception", Set.of(Permission.LIVE), Optional.empty());
        List<TenantId> told = new ArrayList<>();
        news.onChanged(told::add);

        run(() ->
                roles.change(world.owner, role.key(), wish("Reception", Set.of(Permission.REPLAY), Optional.empty())));

        assertThat(viewer().role().permissions()).containsExactly(Permission.REPLAY);
        assertThat(told).containsExactly(acme);
    }

    @Test
    void whoeverHadADeletedRoleIsAViewerAndWhatEverybodyOfItHeldIsOver() {
        var camera = world.camera(world.owner, world.site(world.owner, "Yard"), Optional.empty(), "Gate");
        Role role = given("Reception", Set.of(Permission.LIVE), Optional.empty());
        run(() -> world.grants.give(
                world.owner,
                GrantId.fresh(),
                GrantWish.of(
                        new Holder.Everyone(role.key()),
                        new Selector.OneCamera(camera),
                        GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""))));
        assertThat(allows(camera)).isTrue();

        run(() -> roles.remove(world.owner, role.key()));

        assertThat(viewer().role()).isEqualTo(Role.VIEWER);
        assertThat(allows(camera)).isFalse();
        assertThat(names()).isEmpty();
    }

    @Test
    void whatTheRoleMayNotNoGrantAllows() {
        var camera = world.camera(world.owner, world.site(world.owner, "Yard"), Optional.empty(), "Gate");
        run(() -> world.grants.give(
                world.owner,
                GrantId.fresh(),
                GrantWish.of(
                        new Holder.Person(guard),
                        new Selector.OneCamera(camera),
                        GrantTerms.of(EnumSet.allOf(Action.class), Optional.empty(), ""))));
        given("Listener", Set.of(Permission.REPLAY), Optional.empty());

        Viewer viewer = viewer();
        assertThat(allows(camera)).isFalse();
        assertThat(world.inTenant(viewer, () -> world.visible.allows(viewer, camera, Action.REPLAY)))
                .isTrue();
        assertThat(world.inTenant(viewer, () -> world.visible.sees(viewer, camera)))
                .isTrue();
    }

    @Test
    void whoeverHasEveryCameraKnowsOfEachAndStillUsesNoneInAWayTheirRoleDoesNotAllow() {
        var camera = world.camera(world.owner, world.site(world.owner, "Yard"), Optional.empty(), "Gate");
        given("Clerk", Set.of(Permission.EVERY_CAMERA, Permission.DELEGATE), Optional.empty());

        Viewer viewer = viewer();
        assertThat(world.inTenant(viewer, () -> world.visible.sees(viewer, camera)))
                .isTrue();
        for (Action action : Action.values()) {
            assertThat(world.inTenant(viewer, () -> world.visible.allows(viewer, camera, action)))
                    .isFalse();
        }
    }

    @Test
    void outsideTheHoursOfTheirRoleSomebodyMayNothing() {
        var today = world.clock.instant().atZone(ZoneId.of("UTC")).getDayOfWeek();
        given("Day", Set.of(Permission.LIVE, Permission.EVERY_CAMERA), Optional.of(on(today.plus(3))));
        assertThat(viewer().role().permissions()).isEmpty();

        given("Now", Set.of(Permission.LIVE, Permission.EVERY_CAMERA), Optional.of(on(today)));
        assertThat(viewer().may(Permission.LIVE)).isTrue();
    }

    @Test
    void nobodyAppointsToARoleAsWideAsTheirOwn() {
        Role clerk = new Role(
                new RoleKey("00000000-0000-4000-8000-000000000001"),
                "Clerk",
                Set.of(Permission.APPOINT, Permission.LIVE, Permission.REPLAY),
                Optional.empty());

        assertThat(clerk.appoints(clerk)).isFalse();
        assertThat(clerk.appoints(Role.VIEWER)).isFalse(); // may ask for recordings, the clerk may not
        assertThat(clerk.appoints(clerk.within(Set.of(Permission.LIVE)))).isTrue();
        assertThat(Role.ADMIN.appoints(clerk)).isTrue();
        assertThat(Role.ADMIN.appoints(Role.ADMIN)).isFalse();
        assertThat(Role.OWNER.appoints(Role.OWNER)).isTrue();
        assertThat(Role.EDITOR.appoints(Role.VIEWER)).isFalse();
    }

    private static WeeklyHours on(DayOfWeek day) {
        return WeeklyHours.of(ZoneId.of("UTC"), EnumSet.of(day), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
    }

    private boolean allows(io.vedette.contracts.id.CameraId camera) {
        Viewer viewer = viewer();
        return world.inTenant(viewer, () -> world.visible.allows(viewer, camera, Action.LIVE));
    }

    private Viewer viewer() {
        return world.inTenant(world.owner, () -> members.viewer(acme, guard));
    }

    private Role given(String name, Set<Permission> permissions, Optional<WeeklyHours> hours) {
        return world.inTenant(world.owner, () -> {
            Role role = roles.make(world.owner, wish(name, permissions, hours)).role();
            world.work.entities(acme).flush();
            appoint.to(owning(), guard, role);
            return role;
        });
    }

    /** The owner of this world has a row only from here on. */
    private Viewer owning() {
        if (members.role(acme, world.owner.subject()).owns()) {
            return world.owner;
        }
        world.work.entities(acme).persist(new Member(world.owner.subject(), Role.OWNER));
        world.work.entities(acme).flush();
        return world.owner;
    }

    private CustomRole make(String name, Set<Permission> permissions) {
        return world.inTenant(world.owner, () -> roles.make(world.owner, wish(name, permissions, Optional.empty())));
    }

    private List<String> names() {
        return world.inTenant(
                world.owner,
                () -> roles.custom(acme).stream()
                        .map(role -> role.role().name())
                        .toList());
    }

    private static RoleWish wish(String name, Set<Permission> permissions, Optional<WeeklyHours> hours) {
        return new RoleWish(new Name(name), permissions, hours);
    }

    private void run(Runnable work) {
        world.work.run(acme, work);
    }

    private void refused(Problem problem, Runnable attempt) {
        assertThatThrownBy(() -> run(attempt))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }
}
