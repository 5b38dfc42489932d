package io.vedette.hub.access;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** Somebody who has come into the tenant and has not left it. */
@Entity
@Table(name = "seat")
public class Seat extends TenantOwned {
    @Id
    private String subject = "";

    @Column(nullable = false, updatable = false)
    private Instant since = Instant.EPOCH;

    protected Seat() {}

    public Subject subject() {
        return new Subject(subject);
    }

    public Instant since() {
        return since;
    }
}
