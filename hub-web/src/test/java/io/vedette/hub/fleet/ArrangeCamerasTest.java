package io.vedette.hub.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.KeepOut;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.FindAffected;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.cameras.Tags;
import io.vedette.hub.cameras.grants.Audience;
import io.vedette.hub.cameras.grants.Audiences;
import io.vedette.hub.cameras.grants.GrantId;
import io.vedette.hub.cameras.grants.GrantTerms;
import io.vedette.hub.cameras.grants.GrantWish;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.cameras.grants.Selector;
import io.vedette.hub.fleet.ArrangeCameras.Outcome;
import io.vedette.hub.fleet.ArrangeCameras.Wish;
import io.vedette.hub.fleet.ArrangeCameras.WishForAll;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Putting cameras elsewhere: who will see them is said before, and is what the rule says afterwards. */
class ArrangeCamerasTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final ArrangeCameras ARRANGING = new ArrangeCameras(
            WORLD.cameras,
            WORLD.sites,
            WORLD.tags,
            new FindAffected(WORLD.work),
            new Audiences(WORLD.work, WORLD.members, WORLD.roles, WORLD.clock));
    private static int accounts;

    private final Viewer owner = WORLD.owner;
    private final SiteId depot = WORLD.site(owner, "Depot");
    private final SiteId shop = WORLD.site(owner, "Shop");
    private final GroupId yard = WORLD.group(owner, depot, "Yard");
    private final GroupId gates = WORLD.inTenant(
            owner,
            () -> WORLD.sites
                    .addGroup(owner, GroupId.fresh(), depot, Optional.of(yard), new Name("Gates"), Badge.NONE)
                    .id());
    private final CameraId camera = WORLD.camera(owner, depot, Optional.empty(), "Gate");
    private final Viewer guard = somebody();
    private final Tag tag = new Tag("tag-" + accounts);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void whatShowsACameraToNobodyElseIsDoneAtOnce() {
        assertThat(arrange(new Place.Chosen(depot, Optional.of(gates)), Set.of(tag), ""))
                .isEqualTo(new Outcome.Done());

        assertThat(now().group()).hasValue(gates);
        assertThat(worn()).containsExactly(tag);
    }

    @Test
    void whoeverPutsACameraIntoAGroupIsToldFirstWhoSeesItThenAndNothingIsChangedUntilTheyAgree() {
        give(guard, new Selector.WholeGroup(yard));
        List<TenantId> told = new ArrayList<>();
        WORLD.news.onLess(told::add);

        Outcome.Ask ask = asked(arrange(new Place.Chosen(depot, Optional.of(gates)), Set.of(), ""));

        assertThat(ask.shift().gain()).isEqualTo(new Audience(Set.of(guard.subject()), Set.of()));
        assertThat(ask.shift().lose().nobody()).isTrue();
        assertThat(now().group()).isEmpty();
        assertThat(sees(guard)).isFalse();
        assertThat(told).as("what is only looked at is news to nobody").isEmpty();

        assertThat(arrange(new Place.Chosen(depot, Optional.of(gates)), Set.of(), ask.agreed()))
                .isEqualTo(new Outcome.Done());
        assertThat(sees(guard)).isTrue();
    }

    @Test
    void whoeverIsOnlyInvitedGainsNothingByAMove() {
        var invitation = InvitationId.fresh();
        WORLD.inTenant(
                owner,
                () -> new Invitations(WORLD.work, WORLD.clock)
                        .invite(owner, invitation, new Email("relief@acme.example"), Role.VIEWER, 7));
        give(new Holder.Invited(invitation), new Selector.WholeGroup(yard));

        assertThat(arrange(new Place.Chosen(depot, Optional.of(yard)), Set.of(), ""))
                .isEqualTo(new Outcome.Done());
    }

    @Test
    void whatWasAgreedToIsAskedAgainWhenMoreWouldSeeItMeanwhile() {
        give(guard, new Selector.WholeGroup(yard));
        Outcome.Ask first = asked(arrange(new Place.Chosen(depot, Optional.of(yard)), Set.of(), ""));
        Viewer other = somebody();
        give(other, new Selector.WholeGroup(yard));

        Outcome.Ask second = asked(arrange(new Place.Chosen(depot, Optional.of(yard)), Set.of(), first.agreed()));

        assertThat(second.shift().gain().people()).containsExactlyInAnyOrder(guard.subject(), other.subject());
        assertThat(sees(guard)).isFalse();
    }

    @Test
    void aTagThatGoesTakesTheCameraFromWhoeverSawItByTheTagAndSaysSo() {
        assertThat(arrange(new Place.Chosen(depot, Optional.empty()), Set.of(tag), ""))
                .isEqualTo(new Outcome.Done());
        give(guard, new Selector.Tagged(tag));
        List<TenantId> told = new ArrayList<>();
        WORLD.news.onLess(told::add);

        Outcome.Ask ask = asked(arrange(new Place.Chosen(depot, Optional.empty()), Set.of(), ""));
        assertThat(ask.shift().lose().people()).containsExactly(guard.subject());
        assertThat(sees(guard)).isTrue();

        arrange(new Place.Chosen(depot, Optional.empty()), Set.of(), ask.agreed());
        assertThat(sees(guard)).isFalse();
        assertThat(told).contains(owner.tenant());
    }

    @Test
    void aCameraGoesToAnotherSiteWithoutItsGroupAndWhoeverSawItThereLosesIt() {
        arrange(new Place.Chosen(depot, Optional.of(gates)), Set.of(), "");
        give(guard, new Selector.WholeSite(depot));

        Outcome.Ask ask = asked(arrange(new Place.Chosen(shop, Optional.empty()), Set.of(), ""));
        assertThat(ask.movers()).extracting(Camera::id).containsExactly(camera);
        assertThat(ask.shift().lose().people()).containsExactly(guard.subject());

        arrange(new Place.Chosen(shop, Optional.empty()), Set.of(), ask.agreed());
        assertThat(now().site()).isEqualTo(shop);
        assertThat(now().group()).isEmpty();
        assertThat(sees(guard)).isFalse();
    }

    @Test
    void aGrantThatIsOverOrOfSomebodyWhoSeesAllCountsForNobody() {
        give(owner, new Selector.WholeGroup(yard)); // no row says that this one is an owner: counted as one more person
        WORLD.inTenant(
                owner,
                () -> WORLD.grants.give(
                        owner,
                        GrantId.fresh(),
                        GrantWish.of(
                                new Holder.Everyone(Role.ADMIN.key()),
                                new Selector.WholeGroup(yard),
                                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""))));
        WORLD.inTenant(
                owner,
                () -> WORLD.grants.give(
                        owner,
                        GrantId.fresh(),
                        GrantWish.of(
                                new Holder.Everyone(Role.VIEWER.key()),
                                new Selector.WholeGroup(yard),
                                GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""))));

        Outcome.Ask ask = asked(arrange(new Place.Chosen(depot, Optional.of(yard)), Set.of(), ""));

        assertThat(ask.shift().gain()).isEqualTo(new Audience(Set.of(owner.subject()), Set.of(Role.VIEWER.key())));
    }

    @Test
    void aGroupThatLeavesAnotherTakesItsCamerasFromWhoeverWasGivenThatOneAndSaysSo() {
        arrange(new Place.Chosen(depot, Optional.of(gates)), Set.of(), "");
        give(guard, new Selector.WholeGroup(yard));

        Outcome.Ask ask = asked(moveOut(""));
        assertThat(ask.shift().lose().people()).containsExactly(guard.subject());
        assertThat(sees(guard)).isTrue();

        assertThat(moveOut(ask.agreed())).isEqualTo(new Outcome.Done());
        assertThat(sees(guard)).isFalse();
    }

    @Test
    void whomTheTenantKeepsOutNeitherGainsNorLosesByAMoveUntilTheyMayComeInAgain() {
        give(guard, new Selector.WholeGroup(yard));
        var keeper = new Viewer(owner.tenant(), new Subject("keeper"), Role.OWNER);
        TestDatabase.addMember(WORLD.settings, keeper);
        var out = new KeepOut(WORLD.work, WORLD.members, WORLD.roleNews, WORLD.clock);
        WORLD.work.run(owner.tenant(), () -> out.suspend(keeper, guard.subject()));

        assertThat(arrange(new Place.Chosen(depot, Optional.of(gates)), Set.of(), ""))
                .isEqualTo(new Outcome.Done());

        WORLD.work.run(owner.tenant(), () -> out.lift(keeper, guard.subject()));
        Outcome.Ask ask = asked(arrange(new Place.Chosen(depot, Optional.empty()), Set.of(), ""));
        assertThat(ask.shift().lose().people()).containsExactly(guard.subject());
    }

    private Outcome moveOut(String agreed) {
        var wish = new ArrangeCameras.GroupWish(0, new Name("Gates"), Badge.NONE, Optional.empty());
        return WORLD.inTenant(owner, () -> ARRANGING.arrangeGroup(owner, gates, wish, agreed));
    }

    @Test
    void severalCamerasAreArrangedAtOnce() {
        CameraId other = WORLD.camera(owner, depot, Optional.empty(), "Door");
        var wish = new WishForAll(Optional.of(new Place.Chosen(depot, Optional.of(gates))), Set.of(tag), Set.of());

        assertThat(all(owner, List.of(camera, other), wish)).isEqualTo(new Outcome.Done());

        assertThat(now().group()).hasValue(gates);
        assertThat(WORLD.inTenant(owner, () -> WORLD.tags.of(owner, other))).containsExactly(tag);
        all(owner, List.of(camera, other), new WishForAll(Optional.empty(), Set.of(), Set.of(tag)));
        assertThat(worn()).isEmpty();
        assertThat(now().group()).as("without a place it stays").hasValue(gates);
    }

    @Test
    void moreTagsThanACameraMayHaveAreSeenBeforeTheyArePutOn() {
        CameraId bare = WORLD.camera(owner, depot, Optional.empty(), "Door");
        all(owner, List.of(camera), new WishForAll(Optional.empty(), tags("a", Tags.MOST), Set.of()));

        var one = new WishForAll(Optional.empty(), tags("b", 1), Set.of());
        assertThat(tooMany(List.of(bare), one)).isFalse();
        assertThat(tooMany(List.of(bare, camera), one)).isTrue();
        assertThat(tooMany(List.of(bare, camera), new WishForAll(Optional.empty(), tags("b", 1), tags("a", 1))))
                .as("one for one")
                .isFalse();
        assertThat(tooMany(List.of(bare), new WishForAll(Optional.empty(), tags("b", Tags.MOST + 1), Set.of())))
                .isTrue();
    }

    private boolean tooMany(List<CameraId> cameras, WishForAll wish) {
        return WORLD.inTenant(owner, () -> ARRANGING.tooManyTags(owner, cameras, wish));
    }

    private static Set<Tag> tags(String word, int many) {
        return IntStream.range(0, many)
                .mapToObj(number -> new Tag(word + number))
                .collect(Collectors.toSet());
    }

    @Test
    void aViewerArrangesNothing() {
        give(guard, new Selector.OneCamera(camera));
        var wish = new WishForAll(Optional.empty(), Set.of(tag), Set.of());

        assertRefused(Problem.MISSING_RIGHT, () -> all(guard, List.of(camera), wish));
        assertRefused(
                Problem.NOT_FOUND,
                () -> all(guard, List.of(WORLD.camera(owner, shop, Optional.empty(), "Till")), wish));
        assertRefused(Problem.NOT_FOUND, () -> all(WORLD.stranger, List.of(camera), wish));
        assertRefused(
                Problem.MISSING_RIGHT,
                () -> WORLD.inTenant(guard, () -> {
                    WORLD.tags.put(guard, camera, Set.of(tag));
                    return tag;
                }));
        assertThat(worn()).isEmpty();
    }

    private Outcome arrange(Place.Chosen place, Set<Tag> tags, String agreed) {
        int version = now().version();
        return WORLD.inTenant(
                owner,
                () -> ARRANGING.arrange(owner, camera, new Wish(version, new Name("Gate"), place, tags), agreed));
    }

    private static Outcome all(Viewer viewer, List<CameraId> cameras, WishForAll wish) {
        return WORLD.inTenant(viewer, () -> ARRANGING.arrangeAll(viewer, cameras, wish, ""));
    }

    private static Outcome.Ask asked(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Ask.class);
        return (Outcome.Ask) outcome;
    }

    private Camera now() {
        return WORLD.inTenant(owner, () -> WORLD.cameras.get(owner, camera));
    }

    private Set<Tag> worn() {
        return WORLD.inTenant(owner, () -> WORLD.tags.of(owner, camera));
    }

    private boolean sees(Viewer viewer) {
        return WORLD.inTenant(viewer, () -> WORLD.visible.sees(viewer, camera));
    }

    private static Viewer somebody() {
        return new Viewer(WORLD.owner.tenant(), new Subject("guard-" + ++accounts), Role.VIEWER);
    }

    private void give(Viewer to, Selector what) {
        give(new Holder.Person(to.subject()), what);
    }

    private void give(Holder to, Selector what) {
        var wish = GrantWish.of(to, what, GrantTerms.of(Set.of(Action.LIVE), Optional.empty(), ""));
        WORLD.inTenant(owner, () -> WORLD.grants.give(owner, GrantId.fresh(), wish));
    }

    private static void assertRefused(Problem problem, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(problem));
    }
}
