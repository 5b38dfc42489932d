package io.vedette.hub.access;

import io.vedette.hub.tenancy.Name;
import java.util.Optional;
import java.util.Set;

/** What a role of the tenant's own is to be. */
public record RoleWish(Name name, Set<Permission> permissions, Optional<WeeklyHours> hours) {
    public RoleWish {
        permissions = Set.copyOf(permissions);
        if (permissions.isEmpty()) {
            throw new IllegalArgumentException("a role allows something");
        }
        if (!Permission.offered().containsAll(permissions)) {
            throw new IllegalArgumentException("only owners own: a role of the tenant's own cannot have OWN");
        }
    }
}
