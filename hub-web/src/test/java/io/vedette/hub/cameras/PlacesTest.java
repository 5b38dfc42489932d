package io.vedette.hub.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Sites and groups as those who arrange them change them. Each test has places of its own in one database. */
class PlacesTest {
    private static final HubWorld WORLD = new HubWorld();
    private final Viewer owner = WORLD.owner;
    private final SiteId depot = WORLD.site(owner, "Depot");
    private final SiteId shop = WORLD.site(owner, "Shop");
    private final GroupId yard = WORLD.group(owner, depot, "Yard");

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aSiteIsRenamedMovedToAnotherZoneAndGivenAnAddress() {
        int version = version(depot);
        WORLD.inTenant(
                owner,
                () -> WORLD.sites.change(
                        owner,
                        depot,
                        version,
                        new Name("Harbour"),
                        ZoneId.of("Europe/Lisbon"),
                        new PostalAddress(" Quay 4 ")));

        Site now = WORLD.inTenant(owner, () -> WORLD.sites.get(owner, depot));
        assertThat(now.name()).isEqualTo("Harbour");
        assertThat(now.zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(now.address()).isEqualTo("Quay 4");
        assertRefused(Problem.CHANGED, () -> change(owner, depot, version));
    }

    @Test
    void anAddressIsOneLineAndABadgeAFewLetters() {
        for (String wrong : List.of("a\nb", "a\u202eb", "x".repeat(201))) {
            assertThatThrownBy(() -> new PostalAddress(wrong)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Badge(wrong)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new Badge("thirteen-long")).isInstanceOf(IllegalArgumentException.class);
        assertThat(new Badge(" N1 ").value()).isEqualTo("N1");
    }

    @Test
    void aGroupLiesInAnotherOfItsSiteAndNeverInItselfOrInWhatLiesInIt() {
        GroupId north = within(yard, "North");
        GroupId gate = within(north, "Gate");
        GroupId tills = WORLD.group(owner, shop, "Tills");

        for (GroupId wrong : List.of(yard, north, gate, tills)) {
            assertThatThrownBy(() -> move(owner, yard, Optional.of(wrong)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        move(owner, gate, Optional.of(yard));
        assertThat(group(gate).above()).hasValue(yard);
        move(owner, gate, Optional.empty());
        assertThat(group(gate).above()).isEmpty();
    }

    @Test
    void movingAGroupTellsWhatIsOpenToAskAgainAndRenamingItDoesNot() {
        GroupId north = within(yard, "North");
        List<TenantId> told = new ArrayList<>();
        WORLD.news.onLess(told::add);

        int version = group(north).version();
        WORLD.inTenant(
                owner,
                () -> WORLD.sites.changeGroup(
                        owner, north, version, new Name("Up"), new Badge("U"), Optional.of(yard)));
        assertThat(told).isEmpty();
        assertThat(group(north).badge()).isEqualTo("U");
        move(owner, north, Optional.empty());

        assertThat(told).containsExactly(owner.tenant());
        assertRefused(
                Problem.CHANGED,
                () -> WORLD.inTenant(
                        owner,
                        () -> WORLD.sites.changeGroup(
                                owner, north, version, new Name("Up"), Badge.NONE, Optional.empty())));
    }

    @Test
    void aViewerArrangesNothingAndFindsOnlyWhereACameraOfTheirsStands() {
        GroupId north = within(yard, "North");
        WORLD.camera(owner, depot, Optional.of(north), "Gate");
        GrantWish wish = GrantWish.of(
                new Holder.Person(WORLD.guard.subject()),
                new Selector.WholeGroup(north),
                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""));
        WORLD.inTenant(owner, () -> WORLD.grants.give(owner, GrantId.fresh(), wish));

        assertRefused(Problem.MISSING_RIGHT, () -> change(WORLD.guard, depot, version(depot)));
        assertRefused(Problem.MISSING_RIGHT, () -> move(WORLD.guard, north, Optional.empty()));
        assertRefused(Problem.MISSING_RIGHT, () -> move(WORLD.guard, yard, Optional.empty()));
        assertRefused(Problem.NOT_FOUND, () -> change(WORLD.guard, shop, version(shop)));
        assertRefused(Problem.NOT_FOUND, () -> change(WORLD.stranger, depot, version(depot)));
        assertRefused(Problem.NOT_FOUND, () -> move(WORLD.stranger, north, Optional.empty()));
        assertThat(WORLD.inTenant(WORLD.guard, () -> WORLD.sites.camerasByGroup(WORLD.guard, depot)))
                .containsOnlyKeys(north)
                .containsEntry(north, 1L);
    }

    @Test
    void whatLiesInAGroupIsMovedAlongWithItAndSoIsWhatItsGrantsShow() {
        GroupId north = WORLD.group(owner, depot, "North");
        GroupId gate = within(yard, "Gate");
        CameraId camera = WORLD.camera(owner, depot, Optional.of(within(gate, "Left")), "Gate left");
        var visitor = new Viewer(owner.tenant(), new Subject("visitor"), Role.VIEWER);
        GrantWish wish = GrantWish.of(
                new Holder.Person(visitor.subject()),
                new Selector.WholeGroup(north),
                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""));
        WORLD.inTenant(owner, () -> WORLD.grants.give(owner, GrantId.fresh(), wish));

        assertThat(sees(visitor, camera)).isFalse();
        move(owner, gate, Optional.of(north));
        assertThat(sees(visitor, camera)).isTrue();
        move(owner, north, Optional.of(yard));
        assertThat(sees(visitor, camera)).isTrue();
        move(owner, gate, Optional.empty());
        assertThat(sees(visitor, camera)).isFalse();
    }

    private static boolean sees(Viewer viewer, CameraId camera) {
        return WORLD.inTenant(viewer, () -> WORLD.visible.sees(viewer, camera));
    }

    private GroupId within(GroupId above, String name) {
        return WORLD.inTenant(
                owner,
                () -> WORLD.sites
                        .addGroup(owner, GroupId.fresh(), depot, Optional.of(above), new Name(name), Badge.NONE)
                        .id());
    }

    private CameraGroup group(GroupId id) {
        return WORLD.inTenant(owner, () -> WORLD.sites.group(owner, id));
    }

    private int version(SiteId id) {
        return WORLD.inTenant(owner, () -> WORLD.sites.get(owner, id).version());
    }

    private static Site change(Viewer viewer, SiteId id, int version) {
        return WORLD.inTenant(
                viewer,
                () -> WORLD.sites.change(viewer, id, version, new Name("Mine"), ZoneId.of("UTC"), PostalAddress.NONE));
    }

    private CameraGroup move(Viewer viewer, GroupId id, Optional<GroupId> above) {
        int version = group(id).version();
        return WORLD.inTenant(
                viewer, () -> WORLD.sites.changeGroup(viewer, id, version, new Name("Moved"), Badge.NONE, above));
    }

    private static void assertRefused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }
}
