package io.vedette.hub.livestream;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;

/** How much a tenant watched live in a month. */
@Entity
@Table(name = "live_use")
public class LiveUse extends TenantOwned {
    /** Its first day. */
    @Id
    private LocalDate month = LocalDate.EPOCH;

    @Column(nullable = false)
    private long minutes;

    protected LiveUse() {}

    public LocalDate month() {
        return month;
    }

    /** Begun ones, of each view. */
    public long minutes() {
        return minutes;
    }
}
