package io.vedette.hub.cameras.grants;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.Camera;
import io.vedette.hub.cameras.CameraGroup;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.NameSearch;
import io.vedette.hub.cameras.Site;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.tenancy.Name;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Random places, teams and grants, passed on or not; what the database shows against the same thing said in sets. Each try
 * is a tenant of its own in one database, so that every tenant of the tries before is there to be seen by mistake.
 */
class GrantAlgebraTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final List<String> PEOPLE = List.of("ada", "ben", "cleo");
    private static final List<String> TAGS = List.of("yard", "indoor");
    private static final Instant NOW = WORLD.clock.instant();

    @AfterContainer
    static void close() {
        WORLD.close();
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void whatTheDatabaseShowsIsWhatTheSetsSay(@ForAll long seed) {
        var place = new Place(new Random(seed));
        for (String name : PEOPLE) {
            for (Role role : List.of(Role.VIEWER, Role.OWNER)) {
                var viewer = new Viewer(place.tenant, new Subject(name), role);
                check(place, viewer, Optional.empty());
                for (Action action : Action.values()) {
                    check(place, viewer, Optional.of(action));
                }
            }
        }
    }

    private static void check(Place place, Viewer viewer, Optional<Action> action) {
        Set<CameraId> expected = place.visible(viewer, action);
        WORLD.work.run(viewer.tenant(), () -> {
            if (action.isPresent()) {
                assertThat(WORLD.cameras.ids(viewer, action.get())).isEqualTo(expected);
                assertThat(ids(WORLD.cameras.all(viewer, action.get()))).isEqualTo(expected);
                for (CameraId camera : place.cameras.keySet()) {
                    assertThat(WORLD.visible.allows(viewer, camera, action.get()))
                            .isEqualTo(expected.contains(camera));
                }
            } else {
                lists(place, viewer, expected);
            }
        });
    }

    /** Every list that is not about one action. */
    private static void lists(Place place, Viewer viewer, Set<CameraId> expected) {
        PageAsk all = PageAsk.of("test", "500", null);
        assertThat(ids(WORLD.cameras.all(viewer))).isEqualTo(expected);
        assertThat(ids(WORLD.cameras.page(viewer, all))).isEqualTo(expected);
        assertThat(ids(WORLD.cameras.named(viewer, NameSearch.of("c"), 500))).isEqualTo(expected);
        assertThat(ids(WORLD.cameras.of(viewer, place.cameras.keySet()))).isEqualTo(expected);
        Set<SiteId> sites =
                expected.stream().map(id -> place.cameras.get(id).site()).collect(Collectors.toSet());
        Set<GroupId> groups = expected.stream()
                .flatMap(id -> place.above(place.cameras.get(id).group()).stream())
                .collect(Collectors.toSet());
        boolean runs = viewer.may(Permission.EVERY_CAMERA);
        assertThat(WORLD.sites.all(viewer).stream().map(Site::id).collect(Collectors.toSet()))
                .isEqualTo(runs ? new HashSet<>(place.sites) : sites);
        assertThat(WORLD.sites.page(viewer, all).stream().map(Site::id).collect(Collectors.toSet()))
                .isEqualTo(runs ? new HashSet<>(place.sites) : sites);
        assertThat(WORLD.sites.groups(viewer).stream().map(CameraGroup::id).collect(Collectors.toSet()))
                .isEqualTo(runs ? place.groups.keySet() : groups);
        assertThat(WORLD.sites.groupPage(viewer, all).stream()
                        .map(CameraGroup::id)
                        .collect(Collectors.toSet()))
                .isEqualTo(runs ? place.groups.keySet() : groups);
        Set<Tag> tags = expected.stream()
                .flatMap(id -> place.cameras.get(id).tags().stream())
                .collect(Collectors.toSet());
        assertThat(Set.copyOf(WORLD.tags.all(viewer))).isEqualTo(tags);
        assertThat(WORLD.tags.of(viewer, place.cameras.keySet()).keySet())
                .isEqualTo(expected.stream()
                        .filter(id -> !place.cameras.get(id).tags().isEmpty())
                        .collect(Collectors.toSet()));
        for (CameraId camera : place.cameras.keySet()) {
            assertThat(WORLD.visible.sees(viewer, camera)).isEqualTo(expected.contains(camera));
            assertThat(WORLD.cameras.find(viewer, camera).isPresent()).isEqualTo(expected.contains(camera));
        }
    }

    private static Set<CameraId> ids(List<Camera> cameras) {
        return cameras.stream().map(Camera::id).collect(Collectors.toSet());
    }

    /** A camera in sets. */
    private record Spot(SiteId site, Optional<GroupId> group, Set<Tag> tags) {}

    /** A grant in sets, with those above it. */
    private record Given(Holder holder, Selector what, GrantTerms terms, Optional<Given> under) {}

    /** A tenant made by chance, in the database and in sets. */
    private static final class Place {
        private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

        private final Random random;
        private final TenantId tenant = TenantId.fresh();
        private final Viewer owner = new Viewer(tenant, new Subject("owner"), Role.OWNER);
        private final List<SiteId> sites = new ArrayList<>();
        private final Map<GroupId, Optional<GroupId>> groups = new HashMap<>();
        private final Map<GroupId, SiteId> groupSite = new HashMap<>();
        private final Map<CameraId, Spot> cameras = new HashMap<>();
        private final Map<TeamId, Set<String>> teams = new HashMap<>();
        private final List<Given> grants = new ArrayList<>();

        Place(Random random) {
            this.random = random;
            TestDatabase.addTenant(WORLD.settings, tenant.value(), "t" + tenant.value());
            WORLD.work.run(tenant, () -> {
                places();
                teams();
                Map<Given, AccessGrant> stored = new HashMap<>();
                int many = random.nextInt(12);
                for (int i = 0; i < many; i++) {
                    grant(stored);
                }
            });
        }

        private void places() {
            for (int i = 0; i < 2; i++) {
                sites.add(WORLD.sites
                        .add(owner, SiteId.fresh(), new Name("Site " + i), BERLIN)
                        .id());
            }
            for (int i = 0; i < 5; i++) {
                SiteId site = one(sites);
                List<GroupId> there = groups.keySet().stream()
                        .filter(group -> groupSite.get(group).equals(site))
                        .sorted(java.util.Comparator.comparing(GroupId::toString))
                        .toList();
                Optional<GroupId> above =
                        there.isEmpty() || random.nextInt(3) == 0 ? Optional.empty() : Optional.of(one(there));
                GroupId group = WORLD.sites
                        .addGroup(owner, GroupId.fresh(), site, above, new Name("Group " + i), Badge.NONE)
                        .id();
                groups.put(group, above);
                groupSite.put(group, site);
            }
            for (int i = 0; i < 8; i++) {
                SiteId site = one(sites);
                List<GroupId> there = groups.keySet().stream()
                        .filter(group -> groupSite.get(group).equals(site))
                        .toList();
                Optional<GroupId> group =
                        there.isEmpty() || random.nextInt(4) == 0 ? Optional.empty() : Optional.of(one(there));
                CameraId camera =
                        WORLD.cameras.add(owner, site, group, new Name("C" + i)).id();
                Set<Tag> tags = TAGS.stream()
                        .filter(tag -> random.nextInt(3) == 0)
                        .map(Tag::new)
                        .collect(Collectors.toSet());
                WORLD.work.entities(tenant).flush();
                WORLD.tags.put(owner, camera, tags);
                cameras.put(camera, new Spot(site, group, tags));
            }
        }

        private void teams() {
            for (int i = 0; i < 2; i++) {
                TeamId team = WORLD.teams
                        .make(owner, TeamId.fresh(), new Name("Team " + i))
                        .id();
                WORLD.work.entities(tenant).flush();
                Set<String> members =
                        PEOPLE.stream().filter(name -> random.nextBoolean()).collect(Collectors.toSet());
                members.forEach(name -> WORLD.teams.put(owner, team, new Subject(name)));
                teams.put(team, members);
            }
        }

        private void grant(Map<Given, AccessGrant> stored) {
            Optional<Given> under =
                    grants.isEmpty() || random.nextInt(3) > 0 ? Optional.empty() : Optional.of(one(grants));
            var given = new Given(holder(under.isPresent()), selector(), terms(), under);
            var row = new AccessGrant(
                    GrantId.fresh(),
                    new GrantWish(
                            given.holder(),
                            given.what(),
                            given.terms(),
                            under.map(stored::get).map(AccessGrant::id)),
                    under.map(stored::get),
                    owner.subject(),
                    NOW);
            WORLD.work.entities(tenant).persist(row);
            stored.put(given, row);
            grants.add(given);
        }

        private Holder holder(boolean part) {
            return switch (random.nextInt(part ? 4 : 5)) {
                case 0, 1, 2 -> new Holder.Person(new Subject(one(PEOPLE)));
                case 3 -> new Holder.Team(one(List.copyOf(teams.keySet())));
                default -> new Holder.Everyone(Role.VIEWER.key());
            };
        }

        private Selector selector() {
            return switch (random.nextInt(8)) {
                case 0 -> new Selector.EveryCamera();
                case 1 -> new Selector.WholeSite(one(sites));
                case 2, 3 -> new Selector.WholeGroup(one(List.copyOf(groups.keySet())));
                case 4 -> new Selector.Tagged(new Tag(one(TAGS)));
                default -> new Selector.OneCamera(one(List.copyOf(cameras.keySet())));
            };
        }

        private GrantTerms terms() {
            Set<Action> actions = EnumSet.of(one(List.of(Action.values())), one(List.of(Action.values())));
            Duration away = Duration.ofMinutes(random.nextInt(5) - 2); // at the very moment, too
            return new GrantTerms(
                    actions,
                    random.nextInt(4) == 0 ? Optional.of(NOW.plus(away)) : Optional.empty(),
                    random.nextInt(4) == 0 ? Optional.of(NOW.plus(away).plusSeconds(1)) : Optional.empty(),
                    random.nextInt(3) == 0 ? Optional.of(hours()) : Optional.empty(),
                    random.nextInt(4) > 0,
                    "");
        }

        private WeeklyHours hours() {
            return WeeklyHours.of(
                    BERLIN,
                    EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.FRIDAY),
                    LocalTime.of(random.nextInt(24), 0),
                    LocalTime.of(random.nextInt(24), 0));
        }

        private <T> T one(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        // --- in sets

        Set<CameraId> visible(Viewer viewer, Optional<Action> action) {
            if (viewer.may(Permission.EVERY_CAMERA)) {
                return cameras.keySet();
            }
            return cameras.keySet().stream()
                    .filter(camera -> grants.stream()
                            .anyMatch(grant -> holds(viewer, grant.holder()) && counts(grant, camera, action)))
                    .collect(Collectors.toSet());
        }

        private boolean holds(Viewer viewer, Holder holder) {
            return switch (holder) {
                case Holder.Person person -> person.subject().equals(viewer.subject());
                case Holder.Team team ->
                    teams.get(team.team()).contains(viewer.subject().value());
                case Holder.Invited nobodyYet -> false;
                case Holder.Everyone everyone ->
                    everyone.role().equals(viewer.role().key());
            };
        }

        private boolean counts(Given grant, CameraId camera, Optional<Action> action) {
            GrantTerms terms = grant.terms();
            return names(grant.what(), camera)
                    && terms.from().map(begin -> !begin.isAfter(NOW)).orElse(true)
                    && terms.until().map(NOW::isBefore).orElse(true)
                    && terms.hours().map(hours -> hours.contain(NOW)).orElse(true)
                    && action.map(terms.actions()::contains).orElse(true)
                    && grant.under()
                            .map(above -> above.terms().passable() && counts(above, camera, action))
                            .orElse(true);
        }

        private boolean names(Selector what, CameraId id) {
            Spot spot = cameras.get(id);
            return switch (what) {
                case Selector.OneCamera one -> one.camera().equals(id);
                case Selector.WholeGroup whole -> above(spot.group()).contains(whole.group());
                case Selector.WholeSite whole -> whole.site().equals(spot.site());
                case Selector.Tagged tagged -> spot.tags().contains(tagged.tag());
                case Selector.EveryCamera every -> true;
            };
        }

        /** A group and all it lies in. */
        Set<GroupId> above(Optional<GroupId> group) {
            Set<GroupId> all = new HashSet<>();
            for (Optional<GroupId> next = group; next.isPresent(); next = groups.get(next.get())) {
                all.add(next.get());
            }
            return all;
        }
    }
}
