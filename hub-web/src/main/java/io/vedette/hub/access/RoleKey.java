package io.vedette.hub.access;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which role: a standard one by its name, or one the tenant made by its id. */
public record RoleKey(String value) {
    private static final Set<String> STANDARD = Set.of("OWNER", "ADMIN", "EDITOR", "VIEWER");

    public RoleKey {
        if (!STANDARD.contains(value)) {
            value = UUID.fromString(value).toString();
        }
    }

    static RoleKey of(UUID custom) {
        return new RoleKey(custom.toString());
    }

    /** The name of a standard role. */
    public Optional<String> standard() {
        return Optional.of(value).filter(STANDARD::contains);
    }

    /** The id of a role the tenant made. */
    public Optional<UUID> custom() {
        return STANDARD.contains(value) ? Optional.empty() : Optional.of(UUID.fromString(value));
    }

    @Override
    public String toString() {
        return value;
    }
}
