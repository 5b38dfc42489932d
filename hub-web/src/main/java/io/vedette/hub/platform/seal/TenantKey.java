package io.vedette.hub.platform.seal;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A tenant's key, sealed with the hub's. There is one for each tenant, under the tenant's own id. */
@Entity
@Table(name = "tenant_key")
public class TenantKey extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private byte[] sealed = {};

    @Column(name = "made_at", nullable = false, updatable = false)
    private Instant madeAt = Instant.EPOCH;

    protected TenantKey() {}

    TenantKey(UUID id, byte[] sealed, Instant madeAt) {
        this.id = id;
        this.sealed = sealed.clone();
        this.madeAt = madeAt;
    }

    byte[] sealed() {
        return sealed.clone();
    }
}
