package io.vedette.hub.cameras;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sites and their groups: those with a camera the viewer may see, or all for whoever arranges them. */
@Singleton
public class Sites {
    private final TenantWork work;
    private final VisibleCameras visible;
    private final AccessNews news;

    @Inject
    public Sites(TenantWork work, VisibleCameras visible, AccessNews news) {
        this.work = work;
        this.visible = visible;
        this.news = news;
    }

    public List<Site> all(Viewer viewer) {
        return visible.query(viewer, """
                        select s from Site s
                        where s.tenant = :viewerTenant and s.deletedAt is null
                          and (:viewerSeesAll = true
                            or s.id in (select c.site from Camera c where c.tenant = :viewerTenant and c.id in {visible}))
                        order by s.name, s.id
                        """, Site.class).getResultList();
    }

    /** As {@link #all}, around cameras that the viewer was found to see: these sites, or all for whoever sees every camera. */
    public List<Site> around(Viewer viewer, Set<SiteId> seen) {
        return work.entities(viewer.tenant())
                .createQuery("""
                        select s from Site s
                        where s.tenant = :tenant and s.deletedAt is null and (:all = true or is_listed(s.id, :seen) = true)
                        order by s.name, s.id
                        """, Site.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("all", viewer.may(Permission.EVERY_CAMERA))
                .setParameter("seen", seen.stream().map(SiteId::value).toArray(UUID[]::new))
                .getResultList();
    }

    /** As {@link #all}, a page of them. */
    public List<Site> page(Viewer viewer, PageAsk ask) {
        return page(ask, visible.query(viewer, """
                        select s from Site s
                        where s.tenant = :viewerTenant and s.deletedAt is null
                          and (:viewerSeesAll = true
                            or s.id in (select c.site from Camera c where c.tenant = :viewerTenant and c.id in {visible}))
                          and (:first = true or s.name > :name or (s.name = :name and s.id > :id))
                        order by s.name, s.id
                        """, Site.class));
    }

    /** As {@link #groups}, a page of them. */
    public List<CameraGroup> groupPage(Viewer viewer, PageAsk ask) {
        return page(ask, visible.query(viewer, """
                        select g from CameraGroup g
                        where g.tenant = :viewerTenant
                          and (:viewerSeesAll = true
                            or g.id in (select r.above from GroupReach r, Camera c
                                where r.tenant = :viewerTenant and r.group = c.group
                                  and c.tenant = :viewerTenant and c.id in {visible}))
                          and (:first = true or g.name > :name or (g.name = :name and g.id > :id))
                        order by g.name, g.id
                        """, CameraGroup.class));
    }

    private static <T> List<T> page(PageAsk ask, TypedQuery<T> all) {
        return all.setParameter("first", ask.after().isEmpty())
                .setParameter("name", ask.after().map(Cursor::key).orElse(""))
                .setParameter("id", ask.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(ask.oneMore())
                .getResultList();
    }

    /** The site, or the refusal "not found". */
    public Site get(Viewer viewer, SiteId id) {
        return visible.query(viewer, """
                        select s from Site s
                        where s.tenant = :viewerTenant and s.id = :id and s.deletedAt is null
                          and (:viewerSeesAll = true
                            or s.id in (select c.site from Camera c where c.tenant = :viewerTenant and c.id in {visible}))
                        """, Site.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    public List<CameraGroup> groups(Viewer viewer) {
        return visible.query(viewer, """
                        select g from CameraGroup g
                        where g.tenant = :viewerTenant
                          and (:viewerSeesAll = true
                            or g.id in (select r.above from GroupReach r, Camera c
                                where r.tenant = :viewerTenant and r.group = c.group
                                  and c.tenant = :viewerTenant and c.id in {visible}))
                        order by g.name, g.id
                        """, CameraGroup.class).getResultList();
    }

    /** The sites of cameras that the viewer sees. */
    public Map<SiteId, Site> around(Viewer viewer, Collection<Camera> seen) {
        return work.entities(viewer.tenant())
                .createQuery("select s from Site s where s.tenant = :tenant and s.id in :ids", Site.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter(
                        "ids",
                        distinct(seen.stream().map(camera -> camera.site().value())))
                .getResultStream()
                .collect(Collectors.toMap(Site::id, Function.identity()));
    }

    /** The groups in which cameras that the viewer sees stand. */
    public Map<GroupId, CameraGroup> groupsAround(Viewer viewer, Collection<Camera> seen) {
        return work.entities(viewer.tenant())
                .createQuery("select g from CameraGroup g where g.tenant = :tenant and g.id in :ids", CameraGroup.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter(
                        "ids",
                        distinct(seen.stream()
                                .flatMap(camera -> camera.group().stream())
                                .map(GroupId::value)))
                .getResultStream()
                .collect(Collectors.toMap(CameraGroup::id, Function.identity()));
    }

    private static Set<UUID> distinct(Stream<UUID> ids) {
        return ids.collect(Collectors.toSet());
    }

    /** As {@link #groups}, those of one site. */
    public List<CameraGroup> groupsOf(Viewer viewer, SiteId site) {
        return groups(viewer).stream()
                .filter(group -> group.site().equals(site))
                .toList();
    }

    /** How many cameras of a site that the viewer may see stand in each of its groups. */
    public Map<GroupId, Long> camerasByGroup(Viewer viewer, SiteId site) {
        return visible.query(viewer, """
                        select c.group, count(*) from Camera c
                        where c.tenant = :viewerTenant and c.site = :site and c.group is not null and c.id in {visible}
                        group by c.group
                        """, Object[].class)
                .setParameter("site", site.value())
                .getResultStream()
                .collect(Collectors.toMap(row -> new GroupId((UUID) row[0]), row -> (Long) row[1]));
    }

    /** The group, or the refusal "not found". */
    public CameraGroup group(Viewer viewer, GroupId id) {
        return visible.query(viewer, """
                        select g from CameraGroup g
                        where g.tenant = :viewerTenant and g.id = :id
                          and (:viewerSeesAll = true
                            or g.id in (select r.above from GroupReach r, Camera c
                                where r.tenant = :viewerTenant and r.group = c.group
                                  and c.tenant = :viewerTenant and c.id in {visible}))
                        """, CameraGroup.class)
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** For telling somebody what was given to them, whether it counts at this moment or not. */
    public Optional<Site> find(TenantId tenant, SiteId id) {
        return Optional.ofNullable(work.entities(tenant).find(Site.class, id.value()));
    }

    /** Whether it is there; it stays until the transaction ends then. */
    public boolean there(TenantId tenant, SiteId id) {
        return !work.entities(tenant)
                .createQuery(
                        "select s from Site s where s.tenant = :tenant and s.id = :id and s.deletedAt is null",
                        Site.class)
                .setParameter("tenant", tenant.value())
                .setParameter("id", id.value())
                .setLockMode(LockModeType.PESSIMISTIC_READ)
                .getResultList()
                .isEmpty();
    }

    /** As {@link #find(TenantId, SiteId)}. */
    public Optional<CameraGroup> findGroup(TenantId tenant, GroupId id) {
        return Optional.ofNullable(work.entities(tenant).find(CameraGroup.class, id.value()));
    }

    public Site add(Viewer viewer, SiteId id, Name name, ZoneId zone) {
        return add(viewer, id, name, zone, PostalAddress.NONE);
    }

    public Site add(Viewer viewer, SiteId id, Name name, ZoneId zone, PostalAddress address) {
        viewer.must(Permission.ARRANGE);
        var site = new Site(id);
        site.become(name, zone, address);
        work.entities(viewer.tenant()).persist(site);
        note(DeedKind.SITE_ADDED, site, "");
        return site;
    }

    /**
     * Renames a site, says in which zone its days are and where it is.
     *
     * @param version what the viewer saw when they decided; {@link Problem#CHANGED} when somebody was faster
     */
    public Site change(Viewer viewer, SiteId id, int version, Name name, ZoneId zone, PostalAddress address) {
        Site site = get(viewer, id);
        viewer.must(Permission.ARRANGE);
        seen(version, site.version());
        String before = site.name();
        site.become(name, zone, address);
        note(DeedKind.SITE_CHANGED, site, before);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        return site;
    }

    public CameraGroup addGroup(Viewer viewer, GroupId id, SiteId site, Name name) {
        return addGroup(viewer, id, site, Optional.empty(), name, Badge.NONE);
    }

    /** @param above the group it lies in, of the same site */
    public CameraGroup addGroup(
            Viewer viewer, GroupId id, SiteId site, Optional<GroupId> above, Name name, Badge badge) {
        viewer.must(Permission.ARRANGE);
        lock(viewer, site);
        above.ifPresent(group -> within(viewer, site, group));
        var group = new CameraGroup(id, site, above);
        group.become(name, badge);
        work.entities(viewer.tenant()).persist(group);
        note(DeedKind.GROUP_ADDED, group, "");
        return group;
    }

    private void within(Viewer viewer, SiteId site, GroupId above) {
        if (!group(viewer, above).site().equals(site)) {
            throw new IllegalArgumentException("a group lies within a group of its own site");
        }
    }

    /** The groups of a site change one after the other: two moves at once could make a circle of what neither of them is. */
    private void lock(Viewer viewer, SiteId id) {
        work.entities(viewer.tenant()).lock(get(viewer, id), LockModeType.PESSIMISTIC_WRITE);
    }

    /** Keeps a site from being taken away while something is put into it. */
    public void stay(Viewer viewer, SiteId id) {
        work.entities(viewer.tenant()).lock(get(viewer, id), LockModeType.PESSIMISTIC_READ);
    }

    /**
     * Renames a group, and puts it into another of its site or out of any; never into itself or into what lies within it.
     *
     * @param version as in {@link #change}
     */
    public CameraGroup changeGroup(
            Viewer viewer, GroupId id, int version, Name name, Badge badge, Optional<GroupId> above) {
        CameraGroup group = group(viewer, id);
        viewer.must(Permission.ARRANGE);
        lock(viewer, group.site());
        seen(version, group.version());
        above.ifPresent(to -> {
            within(viewer, group.site(), to);
            if (liesWithin(viewer, to, id)) {
                throw new IllegalArgumentException("a group cannot lie within itself");
            }
        });
        if (!group.above().equals(above)) {
            // a grant of a group that it leaves is about its cameras no longer
            work.afterCommit(() -> news.less(viewer.tenant()));
        }
        String before = group.name();
        group.moveInto(above);
        group.become(name, badge);
        note(DeedKind.GROUP_CHANGED, group, before);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        return group;
    }

    private static void seen(int version, int now) {
        if (version != now) {
            throw new Refusal(Problem.CHANGED);
        }
    }

    private boolean liesWithin(Viewer viewer, GroupId group, GroupId above) {
        return !work.entities(viewer.tenant())
                .createQuery(
                        "select r.group from GroupReach r where r.tenant = :tenant and r.group = :group and r.above = :above",
                        UUID.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("group", group.value())
                .setParameter("above", above.value())
                .getResultList()
                .isEmpty();
    }

    private void note(DeedKind kind, Site site, String before) {
        work.note(Deed.of(kind, "site", site.id(), site.name())
                .with("zone", site.zone().getId())
                .with("address", site.address())
                .with("before", before));
    }

    private void note(DeedKind kind, CameraGroup group, String before) {
        work.note(Deed.of(kind, "group", group.id(), group.name())
                .with("site", group.site())
                .with("above", group.above().map(GroupId::toString).orElse(""))
                .with("badge", group.badge())
                .with("before", before));
    }
}
