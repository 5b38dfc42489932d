package io.vedette.hub.access;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What somebody may do in a tenant at all. A role is a ceiling: cameras come by grants, except to those whose role has
 * {@link Permission#EVERY_CAMERA}.
 *
 * @param name as the tenant calls it; empty for a standard role, for which each language has its word
 * @param hours when it counts at all; always without them
 */
public record Role(RoleKey key, String name, Set<Permission> permissions, Optional<WeeklyHours> hours) {
    public static final Role OWNER = new Role("OWNER", EnumSet.allOf(Permission.class));
    public static final Role ADMIN = new Role("ADMIN", Permission.offered());
    public static final Role EDITOR = new Role(
            "EDITOR",
            EnumSet.of(
                    Permission.LIVE,
                    Permission.REPLAY,
                    Permission.REQUEST_UPLOAD,
                    Permission.EVERY_CAMERA,
                    Permission.ARRANGE,
                    Permission.PAIR));
    public static final Role VIEWER =
            new Role("VIEWER", EnumSet.of(Permission.LIVE, Permission.REPLAY, Permission.REQUEST_UPLOAD));

    public Role {
        permissions = permissions.isEmpty()
                ? Set.of()
                : Collections.unmodifiableSet(EnumSet.copyOf(permissions)); // in one order, whoever lists them
    }

    private Role(String key, Set<Permission> permissions) {
        this(new RoleKey(key), "", permissions, Optional.empty());
    }

    /** The standard roles, the widest first. */
    public static List<Role> standard() {
        return List.of(OWNER, ADMIN, EDITOR, VIEWER);
    }

    /** Throws {@link IllegalArgumentException} for what is no standard role. */
    public static Role standard(String key) {
        return standard().stream()
                .filter(role -> role.key.value().equals(key))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("a role is OWNER, ADMIN, EDITOR, VIEWER or one that was made"));
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Whether the tenant made it. */
    public boolean custom() {
        return key.custom().isPresent();
    }

    /** Whether it counts at this moment. */
    public boolean open(Instant at) {
        return hours.map(some -> some.contain(at)).orElse(true);
    }

    /** The same role for whoever may use only some of it. */
    public Role within(Set<Permission> some) {
        Set<Permission> left = EnumSet.noneOf(Permission.class);
        left.addAll(permissions);
        left.retainAll(some);
        return new Role(key, name, left, hours);
    }

    /** Needs no grant to see a camera and to use it. */
    public boolean seesEveryCamera() {
        return may(Permission.EVERY_CAMERA);
    }

    /** May see the accounts, and give and take grants. */
    public boolean delegates() {
        return may(Permission.DELEGATE);
    }

    /** May make and change sites, groups and cameras. */
    public boolean arranges() {
        return may(Permission.ARRANGE);
    }

    public boolean pairs() {
        return may(Permission.PAIR);
    }

    public boolean audits() {
        return may(Permission.AUDIT);
    }

    /** Whether it is the tenant's own: an owner's. */
    public boolean owns() {
        return may(Permission.OWN);
    }

    /** Whether somebody of this role may give or take {@code other}: nobody deals in roles as wide as their own but owners. */
    public boolean appoints(Role other) {
        return owns()
                || (may(Permission.APPOINT)
                        && permissions.containsAll(other.permissions)
                        && !other.permissions.containsAll(permissions));
    }
}
