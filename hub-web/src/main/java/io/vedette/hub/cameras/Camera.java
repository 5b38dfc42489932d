package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.hub.platform.persistence.TenantOwned;
import io.vedette.hub.tenancy.Name;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A camera as people know it. It keeps its id and its recordings when the agent in front of it is replaced. */
@Entity
@Table(name = "camera")
public class Camera extends TenantOwned {
    @Id
    private UUID id = new UUID(0, 0);

    @Column(name = "site_id", nullable = false)
    private UUID site = new UUID(0, 0);

    @Column(name = "group_id")
    private @Nullable UUID group;

    @Column(nullable = false)
    private String name = "";

    /** The tombstone of one that was taken away: nobody sees it, its recordings are being thrown away. */
    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    @Version
    private int version;

    protected Camera() {}

    Camera(CameraId id, SiteId site, Optional<GroupId> group, Name name) {
        this.id = id.value();
        this.site = site.value();
        this.group = group.map(GroupId::value).orElse(null);
        this.name = name.value();
    }

    public CameraId id() {
        return new CameraId(id);
    }

    public SiteId site() {
        return new SiteId(site);
    }

    public Optional<GroupId> group() {
        return Optional.ofNullable(group).map(GroupId::new);
    }

    public String name() {
        return name;
    }

    public int version() {
        return version;
    }

    void rename(Name name) {
        this.name = name.value();
    }

    void moveTo(SiteId site, Optional<GroupId> group) {
        this.site = site.value();
        this.group = group.map(GroupId::value).orElse(null);
    }

    /** From now on nobody sees it; a group has nothing to wait for then. */
    void bury(Instant now) {
        this.deletedAt = now;
        this.group = null;
    }
}
