package io.vedette.hub.cameras;

import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.tenancy.Name;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Cameras that belong together, for people to find and to delegate. */
@Entity
@Table(name = "camera_group")
public class CameraGroup extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "site_id", nullable = false, updatable = false)
    private UUID site = new UUID(0, 0);

    @Column(name = "parent_id")
    private @Nullable UUID above;

    @Column(nullable = false)
    private String name = "";

    @Column(nullable = false)
    private String badge = "";

    @Version
    private int version;

    protected CameraGroup() {}

    CameraGroup(GroupId id, SiteId site, Optional<GroupId> above) {
        this.id = id.value();
        this.site = site.value();
        moveInto(above);
    }

    public GroupId id() {
        return new GroupId(id);
    }

    public SiteId site() {
        return new SiteId(site);
    }

    /** The group it lies in. */
    public Optional<GroupId> above() {
        return Optional.ofNullable(above).map(GroupId::new);
    }

    public int version() {
        return version;
    }

    public String name() {
        return name;
    }

    /** Stands for it where there is no room for its name; may be empty. */
    public String badge() {
        return badge;
    }

    final void moveInto(Optional<GroupId> above) {
        this.above = above.map(GroupId::value).orElse(null);
    }

    void become(Name name, Badge badge) {
        this.name = name.value();
        this.badge = badge.value();
    }
}
