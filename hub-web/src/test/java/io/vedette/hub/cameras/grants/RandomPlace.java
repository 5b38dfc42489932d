package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.TestDatabase;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWish;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.WeeklyHours;
import io.vedette.hub.cameras.Action;
import io.vedette.hub.cameras.Badge;
import io.vedette.hub.cameras.GroupId;
import io.vedette.hub.cameras.SiteId;
import io.vedette.hub.cameras.Tag;
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
import java.util.stream.Stream;

/**
 * A tenant made by chance, in the database and in sets: places, teams, a role of its own and grants, passed on or not. The sets are
 * the rule said once more, in other words, for tests to compare with.
 */
public final class RandomPlace {
    public static final List<String> PEOPLE = List.of("ada", "ben", "cleo");
    /** Held grants and passed some on; is kept out of the tenant now. */
    private static final String KEPT_OUT = "dora";

    private static final List<String> TAGS = List.of("yard", "indoor");

    /** A camera in sets. */
    record Spot(SiteId site, Optional<GroupId> group, Set<Tag> tags) {}

    /** A grant in sets, with those above it. */
    private record Given(Holder holder, Selector what, GrantTerms terms, Optional<Given> under) {}

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final HubWorld world;
    private final Random random;
    private final Instant now;
    final TenantId tenant = TenantId.fresh();
    private final Viewer owner = new Viewer(tenant, new Subject("owner"), Role.OWNER);
    final List<SiteId> sites = new ArrayList<>();
    final Map<GroupId, Optional<GroupId>> groups = new HashMap<>();
    private final Map<GroupId, SiteId> groupSite = new HashMap<>();
    final Map<CameraId, Spot> cameras = new HashMap<>();
    private final Map<TeamId, Set<String>> teams = new HashMap<>();
    private final List<Given> grants = new ArrayList<>();
    private final Role role;

    public RandomPlace(HubWorld world, Random random) {
        this.world = world;
        this.random = random;
        this.now = world.clock.instant();
        TestDatabase.addTenant(world.settings, tenant.value(), "t" + tenant.value());
        role = world.work.as(tenant, () -> world.roles.make(owner, roleWish()).role());
        world.work.run(tenant, () -> {
            places();
            teams();
            keepOut();
            Map<Given, AccessGrant> stored = new HashMap<>();
            int many = random.nextInt(12);
            for (int i = 0; i < many; i++) {
                grant(stored);
            }
        });
    }

    /** Everybody as a viewer, as an owner, and in the role that the tenant made. */
    public List<Viewer> viewers() {
        return PEOPLE.stream()
                .flatMap(name ->
                        Stream.of(Role.VIEWER, Role.OWNER, role).map(one -> new Viewer(tenant, new Subject(name), one)))
                .toList();
    }

    /** Somebody who must see nothing, whatever they hold. */
    Viewer keptOut() {
        return new Viewer(tenant, new Subject(KEPT_OUT), role);
    }

    public Set<CameraId> all() {
        return cameras.keySet();
    }

    public SiteId site(CameraId camera) {
        return cameras.get(camera).site();
    }

    private RoleWish roleWish() {
        Set<Permission> permissions = EnumSet.of(one(List.of(Permission.values())), Permission.PAIR);
        permissions.remove(Permission.OWN);
        for (Action action : Action.values()) {
            if (random.nextBoolean()) {
                permissions.add(Permission.valueOf(action.name()));
            }
        }
        if (random.nextInt(3) == 0) {
            permissions.add(Permission.EVERY_CAMERA);
        }
        return new RoleWish(new Name("Role"), permissions, Optional.empty());
    }

    private void places() {
        for (int i = 0; i < 2; i++) {
            sites.add(world.sites
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
            GroupId group = world.sites
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
                    world.cameras.add(owner, site, group, new Name("C" + i)).id();
            Set<Tag> tags = TAGS.stream()
                    .filter(tag -> random.nextInt(3) == 0)
                    .map(Tag::new)
                    .collect(Collectors.toSet());
            world.work.entities(tenant).flush();
            world.tags.put(owner, camera, tags);
            cameras.put(camera, new Spot(site, group, tags));
        }
    }

    private void teams() {
        for (int i = 0; i < 2; i++) {
            TeamId team = world.teams
                    .make(owner, TeamId.fresh(), new Name("Team " + i))
                    .id();
            world.work.entities(tenant).flush();
            Set<String> members =
                    PEOPLE.stream().filter(name -> random.nextBoolean()).collect(Collectors.toSet());
            members.forEach(name -> world.teams.put(owner, team, new Subject(name)));
            teams.put(team, members);
        }
    }

    private void keepOut() {
        world.work
                .entities(tenant)
                .createNativeQuery(
                        "insert into kept_out (tenant_id, subject, why, since) values (:tenant, :subject, 'SUSPENDED', now())")
                .setParameter("tenant", tenant.value())
                .setParameter("subject", KEPT_OUT)
                .executeUpdate();
    }

    private void grant(Map<Given, AccessGrant> stored) {
        Optional<Given> under =
                grants.isEmpty() || random.nextInt(2) == 0 ? Optional.empty() : Optional.of(one(grants));
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
                now);
        world.work.entities(tenant).persist(row);
        stored.put(given, row);
        grants.add(given);
    }

    private Holder holder(boolean part) {
        return switch (random.nextInt(part ? 4 : 5)) {
            case 0, 1, 2 -> new Holder.Person(new Subject(random.nextInt(6) == 0 ? KEPT_OUT : one(PEOPLE)));
            case 3 -> new Holder.Team(one(List.copyOf(teams.keySet())));
            default -> new Holder.Everyone((random.nextBoolean() ? Role.VIEWER : role).key());
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
        Instant from = now.plus(Duration.ofMinutes(random.nextInt(5) - 2)); // at the very moment, too
        Instant until = from.plus(Duration.ofMinutes(1 + random.nextInt(2)));
        return new GrantTerms(
                actions,
                random.nextInt(4) == 0 ? Optional.of(from) : Optional.empty(),
                random.nextInt(4) == 0 ? Optional.of(until) : Optional.empty(),
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

    /** What may be used in this way, or known of at all. */
    public Set<CameraId> visible(Viewer viewer, Optional<Action> asked) {
        Set<Action> uses = EnumSet.noneOf(Action.class);
        Stream.of(Action.values())
                .filter(action -> asked.isEmpty() || asked.get() == action)
                .filter(action -> viewer.may(Permission.valueOf(action.name())))
                .forEach(uses::add);
        if (viewer.subject().value().equals(KEPT_OUT)) {
            return Set.of();
        }
        if (viewer.may(Permission.EVERY_CAMERA) && (asked.isEmpty() || !uses.isEmpty())) {
            return cameras.keySet();
        }
        return cameras.keySet().stream()
                .filter(camera ->
                        grants.stream().anyMatch(grant -> holds(viewer, grant.holder()) && counts(grant, camera, uses)))
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

    /** For a use that this grant and all above it share. */
    private boolean counts(Given grant, CameraId camera, Set<Action> uses) {
        GrantTerms terms = grant.terms();
        Set<Action> shared = uses.stream().filter(terms.actions()::contains).collect(Collectors.toSet());
        return !shared.isEmpty()
                && names(grant.what(), camera)
                && !grant.holder().equals(new Holder.Person(new Subject(KEPT_OUT)))
                && terms.from().map(begin -> !begin.isAfter(now)).orElse(true)
                && terms.until().map(now::isBefore).orElse(true)
                && terms.hours().map(hours -> hours.contain(now)).orElse(true)
                && grant.under()
                        .map(above -> above.terms().passable() && counts(above, camera, shared))
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
