package io.vedette.hub.access.tokens;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Subject;
import java.util.Optional;

/** Whether somebody who is not signed in still is a member of a tenant's organisation. */
@FunctionalInterface
public interface Standing {
    /**
     * A member whose account is enabled.
     *
     * @param slug the organisation's alias, which stands in addresses
     */
    record Known(String slug, String userName, String displayName) {}

    /** Empty for whoever is none, or may not sign in. Asks over the network: never called inside a transaction. */
    Optional<Known> of(TenantId tenant, Subject subject) throws Unreachable;
}
