package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Refusal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Cameras, as far as the viewer may see them. */
@Singleton
public class Cameras {
    private final TenantWork work;
    private final VisibleCameras visible;

    @Inject
    public Cameras(TenantWork work, VisibleCameras visible) {
        this.work = work;
        this.visible = visible;
    }

    @Produces
    static Entities entities() {
        return Entities.of(Site.class, CameraGroup.class, Camera.class, AccessGrant.class);
    }

    public List<Camera> all(Viewer viewer) {
        return visible.query(
                        viewer,
                        "select c from Camera c where c.tenant = :viewerTenant and c.id in {visible} order by c.name, c.id",
                        Camera.class)
                .getResultList();
    }

    /** Those the viewer may use in this way. */
    public List<Camera> all(Viewer viewer, Action action) {
        return visible.query(
                        viewer,
                        action,
                        "select c from Camera c where c.tenant = :viewerTenant and c.id in {visible} order by c.name, c.id",
                        Camera.class)
                .getResultList();
    }

    public Optional<Camera> find(Viewer viewer, CameraId id) {
        return visible.query(viewer, "select c from Camera c where c.id = :id and c.id in {visible}", Camera.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** The camera, or the refusal "not found". */
    public Camera get(Viewer viewer, CameraId id) {
        return find(viewer, id).orElseThrow(Refusal::notFound);
    }

    /** For work that no person asked for, such as what an agent reports about its own camera. */
    public Optional<Camera> find(TenantId tenant, CameraId id) {
        return work.entities(tenant)
                .createQuery("select c from Camera c where c.tenant = :tenant and c.id = :id", Camera.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    public Camera add(Viewer viewer, SiteId site, Optional<GroupId> group, Name name) {
        arranging(viewer);
        var camera = new Camera(CameraId.fresh(), site, group, name);
        work.entities(viewer.tenant()).persist(camera);
        return camera;
    }

    public Camera rename(Viewer viewer, CameraId id, Name name) {
        arranging(viewer);
        Camera camera = get(viewer, id);
        camera.rename(name);
        return camera;
    }

    public Camera move(Viewer viewer, CameraId id, Optional<GroupId> group) {
        arranging(viewer);
        Camera camera = get(viewer, id);
        camera.moveTo(group);
        return camera;
    }

    static void arranging(Viewer viewer) {
        if (!viewer.role().arranges()) {
            throw Refusal.missingRight("ARRANGE");
        }
    }
}
