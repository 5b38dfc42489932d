package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleKey;
import io.vedette.hub.access.Roles;
import io.vedette.hub.access.Subject;
import io.vedette.hub.cameras.GrantRule;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sees a camera: the rule of grants, asked from the camera's side. Hours and a later begin are left out: it is for good that counts here. */
@Singleton
public class Audiences {
    /** What waits for somebody invited shows nothing to anybody yet. */
    private static final String GIVEN = """
            select new io.vedette.hub.cameras.grants.Audiences$Given(c.id, given.subject, given.team, given.role, given.customRole)
              from AccessGrant given, Camera c
             where given.tenant = :viewerTenant and c.tenant = :viewerTenant
               and c.id in :cameras and c.deletedAt is null
               and given.invitation is null
               and (given.until is null or given.until > :now)
               and ((given.under is null and %s)
                 or (given.under is not null
                   and (select count(above.id) from AccessGrant above
                         where above.tenant = :viewerTenant and is_among(above.id, given.line) = true
                           and (above.until is null or above.until > :now)
                           and (above.id = given.id or above.passable = true) and %s) = array_length(given.line)))
            """.formatted(GrantRule.names("given", "c"), GrantRule.names("above", "c"));

    private final TenantWork work;
    private final Members members;
    private final Roles roles;
    private final Clock clock;

    @Inject
    public Audiences(TenantWork work, Members members, Roles roles, Clock clock) {
        this.work = work;
        this.members = members;
        this.roles = roles;
        this.clock = clock;
    }

    /** A row of it: one grant of one camera. */
    public record Given(
            UUID camera,
            @Nullable String subject,
            @Nullable UUID team,
            @Nullable String role,
            @Nullable UUID customRole) {
        Optional<RoleKey> everybodyOf() {
            return Optional.ofNullable(role)
                    .or(() -> Optional.ofNullable(customRole).map(UUID::toString))
                    .map(RoleKey::new);
        }
    }

    /**
     * What a change comes to for those who were given cameras.
     *
     * @param gain who will see one that they did not see
     * @param lose who will see one no longer
     */
    public record Shift(Audience gain, Audience lose) {
        public static final Shift NONE = new Shift(Audience.NOBODY, Audience.NOBODY);

        public boolean none() {
            return gain.nobody() && lose.nobody();
        }
    }

    /** Makes the change, looks, and undoes it: so what is said before is what the rule will say. Inside a transaction. */
    public Shift of(TenantId tenant, Collection<CameraId> cameras, Runnable change) {
        Map<CameraId, Audience> before = of(tenant, cameras);
        Map<CameraId, Audience> after = work.tentatively(tenant, () -> {
            change.run();
            return of(tenant, cameras);
        });
        Audience gain = Audience.NOBODY;
        Audience lose = Audience.NOBODY;
        for (CameraId camera : cameras) {
            Audience had = before.getOrDefault(camera, Audience.NOBODY);
            Audience has = after.getOrDefault(camera, Audience.NOBODY);
            gain = gain.with(has.without(had));
            lose = lose.with(had.without(has));
        }
        return new Shift(gain, lose);
    }

    /** A camera that nobody was given is not in here. */
    public Map<CameraId, Audience> of(TenantId tenant, Collection<CameraId> cameras) {
        Map<UUID, Set<Subject>> teams = new HashMap<>();
        Supplier<Set<Subject>> others = memoized(() -> others(tenant));
        Map<CameraId, Audience> all = new HashMap<>();
        for (Given one : given(tenant, cameras)) {
            all.merge(new CameraId(one.camera()), audience(tenant, one, teams, others), Audience::with);
        }
        return all;
    }

    private Collection<Given> given(TenantId tenant, Collection<CameraId> cameras) {
        return work.entities(tenant)
                .createQuery(GIVEN, Given.class)
                .setParameter("viewerTenant", tenant.value())
                .setParameter("cameras", cameras.stream().map(CameraId::value).toList())
                .setParameter("now", clock.instant())
                .getResultList();
    }

    private Audience audience(
            TenantId tenant, Given one, Map<UUID, Set<Subject>> teams, Supplier<Set<Subject>> others) {
        Optional<RoleKey> everybody = one.everybodyOf();
        if (everybody.isPresent()) {
            boolean seesAll = roles.find(tenant, everybody.get())
                    .filter(Role::seesEveryCamera)
                    .isPresent();
            return seesAll ? Audience.NOBODY : new Audience(Set.of(), Set.of(everybody.get()));
        }
        Set<Subject> people = new HashSet<>(Optional.ofNullable(one.team())
                .map(team -> teams.computeIfAbsent(team, id -> members(tenant, id)))
                .orElseGet(() ->
                        Set.of(new Subject(Optional.ofNullable(one.subject()).orElseThrow()))));
        people.removeAll(others.get());
        return new Audience(people, Set.of());
    }

    private Set<Subject> members(TenantId tenant, UUID team) {
        return subjects(work.entities(tenant)
                .createQuery(
                        "select m.subject from TeamMember m where m.tenant = :tenant and m.team = :team", String.class)
                .setParameter("tenant", tenant.value())
                .setParameter("team", team)
                .getResultList());
    }

    /** For whom a grant changes nothing: whoever sees every camera by their role, and whoever may not come in. */
    private Set<Subject> others(TenantId tenant) {
        Set<Subject> others = new HashSet<>(members.keptOut(tenant).keySet());
        members.roles(tenant).forEach((subject, role) -> {
            if (role.seesEveryCamera()) {
                others.add(subject);
            }
        });
        return others;
    }

    private static Set<Subject> subjects(Collection<String> names) {
        return names.stream().map(Subject::new).collect(Collectors.toSet());
    }

    private static <T> Supplier<T> memoized(Supplier<T> question) {
        var answer = new HashMap<Boolean, T>();
        return () -> answer.computeIfAbsent(true, asked -> question.get());
    }
}
