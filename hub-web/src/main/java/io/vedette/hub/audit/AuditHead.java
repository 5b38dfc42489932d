package io.vedette.hub.audit;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** Where the tenant's chain ends. There is one, or none before the first row; the key in the database is the tenant. */
@Entity
@Immutable
@Table(name = "audit_head")
public class AuditHead extends TenantOwned {
    @Id
    private long seq;

    private byte[] hash = {};

    protected AuditHead() {}

    public Link link() {
        return new Link(seq, new Digest(hash));
    }

    /** One place in the chain. */
    public record Link(long seq, Digest hash) {
        static final Link BEGIN = new Link(0, Digest.NONE);
    }
}
