package io.vedette.hub.tenancy;

import io.vedette.contracts.id.TenantId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A tenant. Belongs to nobody, so it is one of the few rows without a tenant of its own; the hub only reads it. */
@Entity
@Table(name = "tenant")
public class Tenant {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false, updatable = false)
    private String slug = "";

    @Column(nullable = false, updatable = false)
    private String name = "";

    protected Tenant() {}

    public TenantId id() {
        return new TenantId(id);
    }

    public String slug() {
        return slug;
    }

    public String name() {
        return name;
    }
}
