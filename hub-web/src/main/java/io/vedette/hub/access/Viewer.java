package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.web.Refusal;

/**
 * Somebody in one tenant: the first argument of every question about cameras and what they recorded.
 * Made for one request and thrown away with it, so that a role taken away is gone with the next one.
 */
public record Viewer(TenantId tenant, Subject subject, Role role) {
    /** Passes for those who make and rename sites, groups and cameras. */
    public void mustArrange() {
        if (!role.arranges()) {
            throw Refusal.missingRight("ARRANGE");
        }
    }

    /** Passes for those who see the accounts and give grants. */
    public void mustDelegate() {
        if (!role.delegates()) {
            throw Refusal.missingRight("DELEGATE");
        }
    }
}
