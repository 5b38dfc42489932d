package io.vedette.hub.tenancy;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** How much of something a tenant may use. There is none for what it may use without end. */
@Entity
@Table(name = "tenant_quota")
public class Quota extends TenantOwned {
    @Id
    @Enumerated(EnumType.STRING)
    private Limit what = Limit.CAMERAS;

    @Column(nullable = false)
    private long allowed;

    @Column(nullable = false)
    private String reason = "";

    @Column(name = "set_at", nullable = false)
    private Instant setAt = Instant.EPOCH;

    protected Quota() {}

    Quota(Limit what, long allowed, String reason, Instant now) {
        this.what = what;
        become(allowed, reason, now);
    }

    final void become(long wanted, String why, Instant now) {
        this.allowed = wanted;
        this.reason = why;
        this.setAt = now;
    }

    public Limit what() {
        return what;
    }

    public long allowed() {
        return allowed;
    }

    /** In the words of whoever set it. */
    public String reason() {
        return reason;
    }

    public Instant setAt() {
        return setAt;
    }
}
