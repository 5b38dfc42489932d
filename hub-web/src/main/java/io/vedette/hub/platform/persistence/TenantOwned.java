package io.vedette.hub.platform.persistence;

import io.vedette.contracts.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row that belongs to one tenant. Hibernate stamps the tenant at insert and adds it to every query and load: the second
 * of the three locks.
 */
@MappedSuperclass
public abstract class TenantOwned {
    @org.hibernate.annotations.TenantId
    @Column(name = "tenant_id", nullable = false, updatable = false)
    private @Nullable UUID tenant; // null until Hibernate stamps it at insert

    protected TenantOwned() {}

    public final TenantId tenant() {
        return new TenantId(Objects.requireNonNull(tenant, "not stored yet"));
    }
}
