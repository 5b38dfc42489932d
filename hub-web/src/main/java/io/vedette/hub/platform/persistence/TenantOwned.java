package io.vedette.hub.platform.persistence;

import io.vedette.contracts.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/**
 * A row that belongs to one tenant. Hibernate stamps the tenant at insert and adds it to every query and load: the second
 * of the three locks.
 */
@MappedSuperclass
public abstract class TenantOwned {
    @org.hibernate.annotations.TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenant = NOBODY;

    /** What a row has before it is stamped; no tenant has it. */
    private static final UUID NOBODY = new UUID(0, 0);

    protected TenantOwned() {}

    public final TenantId tenant() {
        return new TenantId(tenant);
    }
}
