package io.vedette.hub.people.roles;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.RoleWish;
import io.vedette.hub.people.hours.HoursDocument;
import io.vedette.hub.tenancy.Name;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A role for programs.
 *
 * @param id a standard name, or the id of a role that the tenant made
 * @param name as the tenant calls it; absent for a standard role
 * @param hours when it counts; absent when always
 */
public record RoleDocument(
        String id,
        @Nullable String name,
        List<Permission> permissions,
        @Nullable HoursDocument hours) {
    static RoleDocument of(Role role) {
        return new RoleDocument(
                role.key().value(),
                role.custom() ? role.name() : null,
                List.copyOf(role.permissions()),
                role.hours().map(HoursDocument::of).orElse(null));
    }

    /** All roles: there are never so many that they come in pages. */
    public record RoleList(List<RoleDocument> roles) {}

    /** A role that a program wants to make, or what one is to become: whole. */
    public record NewRole(
            String name,
            Set<Permission> permissions,
            @JsonSetter(nulls = Nulls.SET) @Nullable HoursDocument hours) {
        RoleWish wish() {
            return new RoleWish(
                    new Name(name), permissions, Optional.ofNullable(hours).map(HoursDocument::hours));
        }
    }
}
