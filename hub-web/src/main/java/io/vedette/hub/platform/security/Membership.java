package io.vedette.hub.platform.security;

import io.vedette.contracts.id.TenantId;
import java.io.Serializable;
import java.util.UUID;

/**
 * One organisation of a person, as the identity provider says.
 *
 * @param slug the organisation's alias, which stands in addresses
 */
public record Membership(String slug, UUID tenantId) implements Serializable {
    public TenantId tenant() {
        return new TenantId(tenantId);
    }
}
