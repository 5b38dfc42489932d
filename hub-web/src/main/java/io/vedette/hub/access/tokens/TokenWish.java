package io.vedette.hub.access.tokens;

import io.vedette.hub.access.Permission;
import io.vedette.hub.tenancy.Name;
import java.time.Duration;
import java.util.Set;

/** What a token is to be. Throws {@link IllegalArgumentException} for what no token is. */
public record TokenWish(Name name, Set<Permission> permissions, int days) {
    public static final int USUAL_DAYS = 90;
    public static final int MOST_DAYS = 365;

    public TokenWish {
        permissions = Set.copyOf(permissions);
        if (permissions.isEmpty() || !Permission.offered().containsAll(permissions)) {
            throw new IllegalArgumentException("a token allows something, and nothing that is for owners alone");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("a token is good for 1 to " + MOST_DAYS + " days");
        }
    }

    Duration life() {
        return Duration.ofDays(days);
    }
}
