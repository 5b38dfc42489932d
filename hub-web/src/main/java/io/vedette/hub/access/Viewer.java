package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.security.TokenUse;
import io.vedette.hub.platform.web.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Somebody in one tenant: the first argument of every question about cameras and what they recorded.
 * Made for one request and thrown away with it, so that a role taken away is gone with the next one.
 */
public record Viewer(TenantId tenant, Subject subject, Role role) {
    public boolean may(Permission permission) {
        return role.may(permission);
    }

    /** Passes, or refuses with the right that is missing. */
    public void must(Permission permission) {
        if (!may(permission)) {
            throw Refusal.missingRight(permission.name());
        }
    }

    /** The same person as far as a token of theirs goes. A permission that this hub does not know any more is none. */
    Viewer within(TokenUse token) {
        Set<Permission> left = Arrays.stream(Permission.values())
                .filter(one -> token.permissions().contains(one.name()))
                .collect(Collectors.toSet());
        return new Viewer(tenant, subject, role.within(left));
    }
}
