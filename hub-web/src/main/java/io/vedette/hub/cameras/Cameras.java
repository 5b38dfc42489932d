package io.vedette.hub.cameras;

import io.vedette.contracts.id.CameraId;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Limit;
import io.vedette.hub.tenancy.Name;
import io.vedette.hub.tenancy.Quotas;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Cameras, as far as the viewer may see them. */
@Singleton
public class Cameras {
    private static final String PLACES =
            "select c.id, c.site from Camera c where c.tenant = :viewerTenant and c.id in {visible} order by c.name, c.id";

    private final TenantWork work;
    private final VisibleCameras visible;
    private final Sites sites;
    private final AccessNews news;
    private final Quotas quotas;

    @Inject
    public Cameras(TenantWork work, VisibleCameras visible, AccessNews news) {
        this.work = work;
        this.visible = visible;
        this.sites = new Sites(work, visible, news);
        this.news = news;
        this.quotas = new Quotas(work);
    }

    @Produces
    static Entities entities() {
        return Entities.of(Site.class, CameraGroup.class, GroupReach.class, Camera.class, CameraTag.class);
    }

    /** Cameras as the grants of this moment, which may lie ahead, show them. */
    public Cameras at(Instant moment) {
        return new Cameras(work, visible.at(moment), news);
    }

    public List<Camera> all(Viewer viewer) {
        return visible.query(
                        viewer,
                        "select c from Camera c where c.tenant = :viewerTenant and c.id in {visible} order by c.name, c.id",
                        Camera.class)
                .getResultList();
    }

    /** As {@link #all(Viewer)}, a page of them. */
    public List<Camera> page(Viewer viewer, PageAsk ask) {
        return visible.query(viewer, """
                        select c from Camera c
                        where c.tenant = :viewerTenant and c.id in {visible}
                          and (:first = true or c.name > :name or (c.name = :name and c.id > :id))
                        order by c.name, c.id
                        """, Camera.class)
                .setParameter("first", ask.after().isEmpty())
                .setParameter("name", ask.after().map(Cursor::key).orElse(""))
                .setParameter("id", ask.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(ask.oneMore())
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

    /** Where each camera that the viewer may know of hangs, by its name, without reading the cameras themselves: for very many. */
    public SequencedMap<CameraId, SiteId> places(Viewer viewer) {
        return places(visible.query(viewer, PLACES, Object[].class));
    }

    /** As {@link #places(Viewer)}, of those the viewer may use in this way. */
    public SequencedMap<CameraId, SiteId> places(Viewer viewer, Action action) {
        return places(visible.query(viewer, action, PLACES, Object[].class));
    }

    private static SequencedMap<CameraId, SiteId> places(TypedQuery<Object[]> query) {
        SequencedMap<CameraId, SiteId> places = new LinkedHashMap<>();
        query.getResultList().forEach(row -> places.put(new CameraId((UUID) row[0]), new SiteId((UUID) row[1])));
        return places;
    }

    /** What the viewer may do with each of these cameras, all of which the viewer sees. */
    public Map<CameraId, Set<Action>> uses(Viewer viewer, Collection<Camera> seen) {
        return visible.uses(viewer, seen);
    }

    /** As {@link #all(Viewer, Action)}, in no order and without reading the cameras themselves. */
    public Set<CameraId> ids(Viewer viewer, Action action) {
        return visible.query(
                        viewer,
                        action,
                        "select c.id from Camera c where c.tenant = :viewerTenant and c.id in {visible}",
                        UUID.class)
                .getResultStream()
                .map(CameraId::new)
                .collect(Collectors.toSet());
    }

    /** Those in whose name, or whose site's name, all of these words occur, by name; at most so many. */
    public List<Camera> named(Viewer viewer, NameSearch words, int most) {
        return words.into(visible.query(viewer, """
                        select c from Camera c, Site s
                        where c.tenant = :viewerTenant and c.id in {visible} and s.id = c.site and s.tenant = c.tenant
                          and lower(concat(c.name, ' ', s.name)) like :word1 escape '!'
                          and lower(concat(c.name, ' ', s.name)) like :word2 escape '!'
                          and lower(concat(c.name, ' ', s.name)) like :word3 escape '!'
                        order by c.name, c.id
                        """, Camera.class))
                .setMaxResults(most)
                .getResultList();
    }

    /** Those of them that the viewer may know of. */
    public List<Camera> of(Viewer viewer, Collection<CameraId> ids) {
        return visible.query(
                        viewer,
                        "select c from Camera c where is_listed(c.id, :ids) = true and c.id in {visible}",
                        Camera.class)
                .setParameter("ids", ids.stream().map(CameraId::value).toArray(UUID[]::new))
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
                .createQuery(
                        "select c from Camera c where c.tenant = :tenant and c.id = :id and c.deletedAt is null",
                        Camera.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /** All that are there, whoever may see them: for the quota. */
    public long count(TenantId tenant) {
        return work.entities(tenant)
                .createQuery(
                        "select count(c) from Camera c where c.tenant = :tenant and c.deletedAt is null", Long.class)
                .setParameter("tenant", tenant.value())
                .getSingleResult();
    }

    /** Whether the tenant's quota lets one more in; nobody else takes it until this transaction ends. */
    public boolean room(Viewer viewer) {
        return quotas.room(viewer.tenant(), Limit.CAMERAS, () -> count(viewer.tenant()), 1);
    }

    /** A foreign site or group is not found; a group of another site is unusable. Not beyond the tenant's quota. */
    public Camera add(Viewer viewer, SiteId site, Optional<GroupId> group, Name name) {
        viewer.must(Permission.ARRANGE);
        sites.stay(viewer, site);
        group.ifPresent(chosen -> within(viewer, site, chosen));
        quotas.demand(viewer.tenant(), Limit.CAMERAS, () -> count(viewer.tenant()));
        var camera = new Camera(CameraId.fresh(), site, group, name);
        work.entities(viewer.tenant()).persist(camera);
        work.note(Deed.ofCamera(DeedKind.CAMERA_ADDED, camera.id().value()));
        return camera;
    }

    /** A camera that nobody added and something that may send brought along; empty when its site is gone or the quota is full. */
    public Optional<CameraId> appear(TenantId tenant, SiteId site, Name name) {
        boolean there = sites.there(tenant, site);
        if (!there || !quotas.room(tenant, Limit.CAMERAS, () -> count(tenant), 1)) {
            return Optional.empty();
        }
        var camera = new Camera(CameraId.fresh(), site, Optional.empty(), name);
        work.entities(tenant).persist(camera);
        work.note(Deed.ofCamera(DeedKind.CAMERA_ADDED, camera.id().value()));
        return Optional.of(camera.id());
    }

    /** As {@link #change(Viewer, CameraId, int, Name, SiteId, Optional)}, within its site. */
    public Camera change(Viewer viewer, CameraId id, int version, Name name, Optional<GroupId> group) {
        return change(viewer, id, version, name, get(viewer, id).site(), group);
    }

    /**
     * Renames the camera and puts it elsewhere: its recordings come along, its old group does not.
     *
     * @param version what the viewer saw when they decided; {@link Problem#CHANGED} when somebody was faster
     */
    public Camera change(Viewer viewer, CameraId id, int version, Name name, SiteId site, Optional<GroupId> group) {
        Camera camera = get(viewer, id);
        viewer.must(Permission.ARRANGE);
        if (camera.version() != version) {
            throw new Refusal(Problem.CHANGED);
        }
        sites.stay(viewer, site);
        group.ifPresent(chosen -> within(viewer, site, chosen));
        work.note(Deed.ofCamera(DeedKind.CAMERA_CHANGED, id.value())
                .with("before", camera.name())
                .with("site", site)
                .with("group", group.map(GroupId::toString).orElse("")));
        camera.rename(name);
        if (!camera.site().equals(site) || !camera.group().equals(group)) {
            // whoever watched by a grant of the site or group it leaves may do so no longer
            work.afterCommit(() -> news.less(viewer.tenant()));
        }
        camera.moveTo(site, group);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        return camera;
    }

    private void within(Viewer viewer, SiteId site, GroupId group) {
        if (!sites.group(viewer, group).site().equals(site)) {
            throw new IllegalArgumentException("the group belongs to another site");
        }
    }
}
