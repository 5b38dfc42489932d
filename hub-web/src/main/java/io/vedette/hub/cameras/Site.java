package io.vedette.hub.cameras;

import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.tenancy.Name;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A place with cameras. The day of a recording is a day in the site's zone. */
@Entity
@Table(name = "site")
public class Site extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(nullable = false)
    private String name = "";

    @Column(name = "time_zone", nullable = false)
    private String timeZone = "UTC";

    @Column(nullable = false)
    private String address = "";

    /** The tombstone of one that was taken away. */
    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Version
    private int version;

    protected Site() {}

    Site(SiteId id) {
        this.id = id.value();
    }

    public SiteId id() {
        return new SiteId(id);
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    /** UTC under the name that people know. */
    public ZoneId zone() {
        return ZoneId.of(timeZone.equals("Etc/UTC") ? "UTC" : timeZone);
    }

    /** Where it is, as people write it; may be empty. */
    public String address() {
        return address;
    }

    void become(Name name, ZoneId zone, PostalAddress address) {
        this.name = name.value();
        this.timeZone = zone.getId();
        this.address = address.value();
    }

    void bury(Instant now) {
        this.deletedAt = now;
    }
}
