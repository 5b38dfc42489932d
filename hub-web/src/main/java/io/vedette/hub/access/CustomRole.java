package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A role that the tenant made. */
@Entity
@Table(name = "custom_role")
public class CustomRole extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false)
    private String name = "";

    @Column(nullable = false, columnDefinition = "text[]")
    private String[] permissions = {};

    @Column(columnDefinition = "integer[]")
    private int @Nullable [] hours;

    private @Nullable String zone;

    @Version
    private int version;

    protected CustomRole() {}

    CustomRole(UUID id, RoleWish wish) {
        this.id = id;
        change(wish);
    }

    final void change(RoleWish wish) {
        this.name = wish.name().value();
        this.permissions = wish.permissions().stream().map(Enum::name).sorted().toArray(String[]::new);
        this.hours = wish.hours().map(WeeklyHours::edges).orElse(null);
        this.zone = wish.hours().map(open -> open.zone().getId()).orElse(null);
    }

    public RoleKey key() {
        return RoleKey.of(id);
    }

    public int version() {
        return version;
    }

    public Role role() {
        Set<Permission> set =
                Arrays.stream(permissions).map(Permission::valueOf).collect(Collectors.toSet());
        Optional<WeeklyHours> open = hours == null || zone == null
                ? Optional.empty()
                : Optional.of(WeeklyHours.kept(ZoneId.of(zone), hours));
        return new Role(key(), name, set, open);
    }
}
