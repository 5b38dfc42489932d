package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.web.Refusal;

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
}
