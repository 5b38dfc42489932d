package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/**
 * Takes cameras and places away. A camera and a site get a tombstone: nobody sees them from the commit on, and their rows go when
 * nothing of them is left. Groups and tags go at once. Grants have to be gone before. Whoever calls has asked whether the viewer may.
 */
@Singleton
public class Tombstones {
    private final TenantWork work;
    private final Clock clock;

    @Inject
    public Tombstones(TenantWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
    }

    /** Keeps groups of the site from coming and going until the transaction ends. */
    public void hold(Viewer viewer, SiteId site) {
        work.entities(viewer.tenant()).find(Site.class, site.value(), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Keeps a camera from being taken away until the transaction ends. False when it has been. */
    public boolean keepStanding(TenantId tenant, CameraId camera) {
        return !work.entities(tenant)
                .createQuery(
                        "select c from Camera c where c.tenant = :tenant and c.id = :id and c.deletedAt is null",
                        Camera.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", camera.value())
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .isEmpty();
    }

    public void bury(Viewer viewer, Collection<CameraId> cameras) {
        for (CameraId id : cameras) {
            Camera camera =
                    work.entities(viewer.tenant()).find(Camera.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
            camera.bury(clock.instant());
        }
        work.entities(viewer.tenant()).flush();
        delete(
                viewer.tenant(),
                "delete from CameraTag t where t.tenant = :tenant and t.camera in :ids",
                cameras.stream().map(CameraId::value).toList());
    }

    public void bury(Viewer viewer, SiteId site) {
        work.entities(viewer.tenant())
                .find(Site.class, site.value(), LockModeType.PESSIMISTIC_WRITE)
                .bury(clock.instant());
    }

    /** The cameras in them stay at their site. */
    public void remove(Viewer viewer, Collection<GroupId> groups) {
        List<UUID> ids = groups.stream().map(GroupId::value).toList();
        work.entities(viewer.tenant()).flush();
        delete(
                viewer.tenant(),
                "update versioned Camera c set c.group = null where c.tenant = :tenant and c.group in :ids",
                ids);
        delete(viewer.tenant(), "delete from CameraGroup g where g.tenant = :tenant and g.id in :ids", ids);
    }

    /** Takes a tag off every camera. */
    public void remove(Viewer viewer, Tag tag) {
        int unused = work.entities(viewer.tenant())
                .createQuery("delete from CameraTag t where t.tenant = :tenant and t.tag = :tag")
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("tag", tag.value())
                .executeUpdate();
    }

    private void delete(TenantId tenant, String statement, List<UUID> ids) {
        if (ids.isEmpty()) {
            return;
        }
        int unused = work.entities(tenant)
                .createQuery(statement)
                .setParameter("tenant", tenant.value())
                .setParameter("ids", ids)
                .executeUpdate();
    }

    /** Cameras with a tombstone, of which something is left. */
    public List<CameraId> buried(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select c.id from Camera c where c.tenant = :tenant and c.deletedAt is not null", UUID.class)
                .setParameter("tenant", tenant.value())
                .getResultStream()
                .map(CameraId::new)
                .toList();
    }

    /** The last of a camera whose recordings, agents and tokens are gone; and of its site, when that waited for it alone. */
    public void forget(TenantId tenant, CameraId camera) {
        delete(
                tenant,
                "delete from Camera c where c.tenant = :tenant and c.id in :ids and c.deletedAt is not null",
                List.of(camera.value()));
    }

    /** Sites with a tombstone at which no camera's row is left. */
    public void forgetSites(TenantId tenant) {
        int unused = work.entities(tenant)
                .createQuery("""
                        delete from Site s where s.tenant = :tenant and s.deletedAt is not null
                          and not exists (select c.id from Camera c where c.tenant = :tenant and c.site = s.id)
                        """)
                .setParameter("tenant", tenant.value())
                .executeUpdate();
    }
}
