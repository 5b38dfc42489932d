package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.agents.AgentLinks;
import io.vedette.hub.agents.Agents;
import io.vedette.hub.agents.TestAgents;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.kerberos.KerberosBook;
import io.vedette.hub.kerberos.KerberosPresence;
import io.vedette.hub.platform.web.FormInput;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FleetTest {
    private final HubWorld world = new HubWorld();
    private final AgentLinks links = new AgentLinks();
    private final Fleet fleet = new Fleet(
            world.cameras,
            world.sites,
            new Agents(world.work, world.visible),
            links,
            new KerberosPresence(new KerberosBook(world.work), world.clock));
    private final AddCamera adding = new AddCamera(world.cameras, world.sites);
    private final SiteId depot = world.site(world.owner, "Depot");
    private final SiteId shop = world.site(world.owner, "Shop");
    private final GroupId yard = world.group(world.owner, depot, "Yard");
    private final GroupId tills = world.group(world.owner, shop, "Tills");
    private final CameraId gate = world.camera(world.owner, depot, Optional.of(yard), "Gate");
    private final CameraId till = world.camera(world.owner, shop, Optional.empty(), "Till");

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void theOwnerSeesEveryCameraWithItsPlaceAndMayUseItInEveryWay() {
        List<CameraSight> all = world.inTenant(world.owner, () -> fleet.all(world.owner));

        assertThat(all).extracting(sight -> sight.camera().name()).containsExactly("Gate", "Till");
        assertThat(all.getFirst().site().name()).isEqualTo("Depot");
        assertThat(all.getFirst().group()).map(group -> group.name()).hasValue("Yard");
        assertThat(all.getFirst().actions()).containsExactlyInAnyOrder(Action.values());
        assertThat(all.getFirst().presence().state()).isEqualTo(Presence.State.UNPAIRED);
    }

    @Test
    void aLongListComesInPagesAndNoCameraIsLostOrTwiceBetweenThem() {
        SiteId empty = world.site(world.owner, "Warehouse");
        for (int i = 0; i < CameraListing.LINES; i++) {
            world.camera(world.owner, depot, Optional.empty(), "Camera " + i);
        }

        CameraListing first = listing("", 1);
        CameraListing second = listing("", 2);

        assertThat(first.more()).isTrue();
        assertThat(second.more()).isFalse();
        List<String> names = Stream.concat(first.sites().stream(), second.sites().stream())
                .flatMap(site -> site.cameras().stream())
                .map(CameraLine::name)
                .toList();
        assertThat(names).hasSize(CameraListing.LINES + 2).doesNotHaveDuplicates();
        assertThat(first.sites()).extracting(SiteSection::name).containsExactly("Depot");
        assertThat(second.sites())
                .as("the site %s has no camera and comes last", empty)
                .extracting(SiteSection::name)
                .containsExactly("Depot", "Shop", "Warehouse");
        assertThat(listing("", -1)).isEqualTo(first);
        assertThat(listing("", Integer.MAX_VALUE).sites())
                .extracting(SiteSection::name)
                .containsExactly("Warehouse");
        assertThat(listing("online", 1).sites()).isEmpty();
        assertThat(listing("unpaired", 1)).isEqualTo(first);
    }

    private CameraListing listing(String state, int page) {
        return world.inTenant(world.owner, () -> {
            CameraListing.Part part = CameraListing.part(
                    world.sites.all(world.owner), fleet.roll(world.owner), state, page, CameraListing.LINES);
            return part.of(
                    fleet.of(world.owner, part.cameras()), Instant.parse("2026-11-20T12:00:00Z"), Locale.ENGLISH);
        });
    }

    @Test
    void theLongListNamesTheSameCamerasInTheSameStatesAsTheRead() {
        give(new Selector.OneCamera(gate), Action.REPLAY);
        TestAgents.connect(links, TestAgents.pair(world.work, world.owner.tenant(), gate));

        for (Viewer viewer : List.of(world.owner, world.guard)) {
            List<CameraSight> read = world.inTenant(viewer, () -> fleet.all(viewer));
            assertThat(world.inTenant(viewer, () -> fleet.roll(viewer)))
                    .isNotEmpty()
                    .isEqualTo(read.stream().map(CameraSight::standing).toList());
        }
        assertThat(world.inTenant(world.guard, () -> fleet.of(world.guard, List.of(till, gate))))
                .as("what the guard may not know of is not read")
                .extracting(sight -> sight.camera().id())
                .containsExactly(gate);
    }

    @Test
    void aGuardSeesWhatWasGivenAndNoTraceOfTheRest() {
        give(new Selector.OneCamera(gate), Action.LIVE);

        List<CameraSight> seen = world.inTenant(world.guard, () -> fleet.all(world.guard));
        List<Site> sites = world.inTenant(world.guard, () -> world.sites.all(world.guard));

        assertThat(seen).extracting(sight -> sight.camera().id()).containsExactly(gate);
        assertThat(seen.getFirst().actions()).containsExactly(Action.LIVE);
        assertThat(sites).extracting(Site::name).containsExactly("Depot");
        assertThatThrownBy(() -> world.inTenant(world.guard, () -> fleet.get(world.guard, till)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        assertThat(world.inTenant(world.stranger, () -> fleet.all(world.stranger)))
                .isEmpty();
    }

    @Test
    void aChangeDecidedOnWhatIsNoLongerSoIsRefused() {
        int seen = world.inTenant(world.owner, () -> version(gate));
        int now = world.inTenant(
                world.owner,
                () -> world.cameras
                        .change(world.owner, gate, seen, new Name("Gate east"), Optional.empty())
                        .version());

        assertThat(now).isGreaterThan(seen);
        assertThatThrownBy(() -> change(world.owner, seen, Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.CHANGED));
    }

    @Test
    void movingACameraTellsOpenViewsToAskAgainAndRenamingItDoesNot() {
        List<TenantId> told = new ArrayList<>();
        world.news.onLess(told::add);

        Camera renamed = world.inTenant(
                world.owner,
                () -> world.cameras.change(world.owner, gate, 0, new Name("Gate east"), Optional.of(yard)));
        assertThat(told).isEmpty();
        change(world.owner, renamed.version(), Optional.empty());
        assertThat(told).containsExactly(world.owner.tenant());
    }

    @Test
    void aCameraMovesWithinItsSiteOnly() {
        assertThatThrownBy(() -> change(world.owner, 0, Optional.of(tills)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(change(world.owner, 0, Optional.of(yard)).group()).hasValue(yard);
    }

    @Test
    void aGuardWhoSeesACameraMayNotRenameIt() {
        give(new Selector.WholeGroup(yard), Action.LIVE);

        assertThatThrownBy(() -> change(world.guard, 0, Optional.empty()))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.MISSING_RIGHT));
    }

    @Test
    void anEmptyTenantGetsItsFirstSiteAndCameraInOneGo() {
        FormInput form = FormInput.empty()
                .preset("place", AddCamera.NEW_SITE)
                .preset("site", "Harbour")
                .preset("zone", "Europe/Brussels")
                .preset("name", "Gate");

        CameraId added = world.inTenant(world.stranger, () -> adding.add(world.stranger, form))
                .orElseThrow();

        CameraSight sight = world.inTenant(world.stranger, () -> fleet.get(world.stranger, added));
        assertThat(sight.site().name()).isEqualTo("Harbour");
        assertThat(sight.site().zone().getId()).isEqualTo("Europe/Brussels");
    }

    @Test
    void aFormWithAMistakeChangesNothingAndNamesTheField() {
        FormInput form = FormInput.empty()
                .preset("place", AddCamera.NEW_SITE)
                .preset("site", "Harbour")
                .preset("zone", "Brussels")
                .preset("name", " ");

        assertThat(world.inTenant(world.stranger, () -> adding.add(world.stranger, form)))
                .isEmpty();
        assertThat(form.error("zone")).isEqualTo("form.zone.wrong");
        assertThat(form.error("name")).isEqualTo("form.name.wrong");
        assertThat(form.error("site")).isEmpty();
        assertThat(world.inTenant(world.stranger, () -> world.sites.all(world.stranger)))
                .isEmpty();
    }

    @Test
    void aSiteOfAnotherTenantIsNoPlaceToPutACamera() {
        FormInput form = FormInput.empty().preset("place", "site:" + depot).preset("name", "Gate");

        assertThatThrownBy(() -> world.inTenant(world.stranger, () -> adding.add(world.stranger, form)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    private Camera change(Viewer viewer, int version, Optional<GroupId> group) {
        return world.inTenant(viewer, () -> world.cameras.change(viewer, gate, version, new Name("Gate"), group));
    }

    private int version(CameraId id) {
        return world.cameras.get(world.owner, id).version();
    }

    private void give(Selector what, Action action) {
        var wish = GrantWish.of(
                new Holder.Person(world.guard.subject()), what, GrantTerms.of(Set.of(action), Optional.empty(), ""));
        world.inTenant(world.owner, () -> world.grants.give(world.owner, GrantId.fresh(), wish));
    }
}
