package io.vedette.hub.cameras;

import io.vedette.hub.platform.persistence.TenantOwned;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** Cameras that belong together, for people to find and to delegate. */
@Entity
@Table(name = "camera_group")
public class CameraGroup extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "site_id", nullable = false, updatable = false)
    private UUID site = new UUID(0, 0);

    @Column(nullable = false)
    private String name = "";

    @Version
    private int version;

    protected CameraGroup() {}

    CameraGroup(GroupId id, SiteId site, Name name) {
        this.id = id.value();
        this.site = site.value();
        this.name = name.value();
    }

    public GroupId id() {
        return new GroupId(id);
    }

    public SiteId site() {
        return new SiteId(site);
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    void rename(Name name) {
        this.name = name.value();
    }
}
