package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.contracts.id.Uuids;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The roles there are: the standard ones and those the tenant made. Owners make them; a change counts at once and everywhere. */
@Singleton
public class Roles {
    /** More than people can still tell apart. */
    private static final int MOST = 50;

    private final TenantWork work;
    private final RoleNews news;

    @Inject
    public Roles(TenantWork work, RoleNews news) {
        this.work = work;
        this.news = news;
    }

    /** The standard ones first, then those of the tenant by name. */
    public List<Role> all(TenantId tenant) {
        return Stream.concat(Role.standard().stream(), custom(tenant).stream().map(CustomRole::role))
                .toList();
    }

    /** Those the tenant made, by name. */
    public List<CustomRole> custom(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select r from CustomRole r where r.tenant = :tenant order by lower(r.name), r.id",
                        CustomRole.class)
                .setParameter("tenant", tenant.value())
                .getResultList();
    }

    public Optional<Role> find(TenantId tenant, RoleKey key) {
        return key.standard().map(Role::standard).or(() -> made(tenant, key).map(CustomRole::role));
    }

    /** A role the tenant made, or the refusal "not found". */
    public CustomRole get(TenantId tenant, RoleKey key) {
        return made(tenant, key).orElseThrow(Refusal::notFound);
    }

    private Optional<CustomRole> made(TenantId tenant, RoleKey key) {
        return key.custom()
                .flatMap(id -> work.entities(tenant)
                        .createQuery(
                                "select r from CustomRole r where r.tenant = :tenant and r.id = :id", CustomRole.class)
                        .setParameter("tenant", tenant.value())
                        .setParameter("id", id)
                        .getResultStream()
                        .findFirst());
    }

    /** A name that another role has, and one role too many, are {@link Problem#CONFLICT}. */
    public CustomRole make(Viewer viewer, RoleWish wish) {
        viewer.must(Permission.OWN);
        free(viewer, wish, Optional.empty());
        var role = new CustomRole(Uuids.fresh(), wish);
        work.entities(viewer.tenant()).persist(role);
        work.note(deed(DeedKind.ROLE_MADE, role));
        return role;
    }

    public CustomRole change(Viewer viewer, RoleKey key, RoleWish wish) {
        viewer.must(Permission.OWN);
        CustomRole role = get(viewer.tenant(), key);
        free(viewer, wish, Optional.of(key));
        role.change(wish);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        work.note(deed(DeedKind.ROLE_CHANGED, role));
        work.afterCommit(() -> news.changed(viewer.tenant()));
        return role;
    }

    /** Whoever had it is a viewer; grants that everybody of it held are over. */
    public void remove(Viewer viewer, RoleKey key) {
        viewer.must(Permission.OWN);
        CustomRole role = get(viewer.tenant(), key);
        holders(viewer.tenant(), key).forEach(member -> {
            member.appoint(Role.VIEWER.key());
            work.note(Deed.of(DeedKind.ROLE_GIVEN, "account", member.subject(), "")
                    .with("account", member.subject())
                    .with("now", Role.VIEWER.key())
                    .with("formerly", key)
                    .with("formerly-name", role.role().name()));
        });
        var entities = work.entities(viewer.tenant());
        entities.flush(); // nobody may have it when it goes
        work.note(deed(DeedKind.ROLE_REMOVED, role));
        entities.remove(role);
        work.afterCommit(() -> news.changed(viewer.tenant()));
    }

    /** How many have it. */
    public int holding(TenantId tenant, RoleKey key) {
        return holders(tenant, key).size();
    }

    private List<Member> holders(TenantId tenant, RoleKey key) {
        return work.entities(tenant)
                .createQuery("select m from Member m where m.tenant = :tenant and m.customRole = :role", Member.class)
                .setParameter("tenant", tenant.value())
                .setParameter("role", key.custom().orElseThrow(Refusal::notFound))
                .getResultList();
    }

    private void free(Viewer viewer, RoleWish wish, Optional<RoleKey> itself) {
        List<CustomRole> others = custom(viewer.tenant()).stream()
                .filter(role -> itself.filter(role.key()::equals).isEmpty())
                .toList();
        boolean taken = others.stream()
                .anyMatch(role -> role.role().name().equals(wish.name().value()));
        if (taken || others.size() >= MOST) {
            throw new Refusal(Problem.CONFLICT);
        }
    }

    private static Deed deed(DeedKind kind, CustomRole made) {
        Role role = made.role();
        return Deed.of(kind, "role", role.key(), role.name())
                .with("permissions", role.permissions().stream().map(Enum::name).collect(Collectors.joining(" ")))
                .with("hours", role.hours().map(WeeklyHours::toString).orElse(""));
    }
}
