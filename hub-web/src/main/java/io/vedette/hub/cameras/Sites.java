package io.vedette.hub.cameras;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import io.vedette.hub.tenancy.Name;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.TypedQuery;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
                        where s.tenant = :viewerTenant
                          and (:viewerSeesAll = true
                            or s.id in (select c.site from Camera c where c.tenant = :viewerTenant and c.id in {visible}))
                        order by s.name, s.id
                        """, Site.class).getResultList();
    }

    /** As {@link #all}, a page of them. */
    public List<Site> page(Viewer viewer, PageAsk ask) {
        return page(ask, visible.query(viewer, """
                        select s from Site s
                        where s.tenant = :viewerTenant
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

    public Site get(Viewer viewer, SiteId id) {
        return all(viewer).stream()
                .filter(site -> site.id().equals(id))
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

    public CameraGroup group(Viewer viewer, GroupId id) {
        return groups(viewer).stream()
                .filter(group -> group.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** For telling somebody what was given to them, whether it counts at this moment or not. */
    public Optional<Site> find(TenantId tenant, SiteId id) {
        return Optional.ofNullable(work.entities(tenant).find(Site.class, id.value()));
    }

    /** As {@link #find(TenantId, SiteId)}. */
    public Optional<CameraGroup> findGroup(TenantId tenant, GroupId id) {
        return Optional.ofNullable(work.entities(tenant).find(CameraGroup.class, id.value()));
    }

    public Site add(Viewer viewer, SiteId id, Name name, ZoneId zone) {
        viewer.must(Permission.ARRANGE);
        var site = new Site(id, name, zone);
        work.entities(viewer.tenant()).persist(site);
        note(DeedKind.SITE_ADDED, site, "");
        return site;
    }

    public void rename(Viewer viewer, SiteId id, Name name) {
        viewer.must(Permission.ARRANGE);
        Site site = get(viewer, id);
        String before = site.name();
        site.rename(name);
        note(DeedKind.SITE_CHANGED, site, before);
    }

    /** Renames a site, says in which zone its days are, or both. */
    public Site change(Viewer viewer, SiteId id, Name name, ZoneId zone) {
        viewer.must(Permission.ARRANGE);
        Site site = get(viewer, id);
        String before = site.name();
        site.rename(name);
        site.moveTo(zone);
        note(DeedKind.SITE_CHANGED, site, before);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        return site;
    }

    public CameraGroup addGroup(Viewer viewer, GroupId id, SiteId site, Name name) {
        return addGroup(viewer, id, site, Optional.empty(), name);
    }

    /** @param above the group it lies in, of the same site */
    public CameraGroup addGroup(Viewer viewer, GroupId id, SiteId site, Optional<GroupId> above, Name name) {
        viewer.must(Permission.ARRANGE);
        get(viewer, site);
        above.ifPresent(group -> within(viewer, site, group));
        var group = new CameraGroup(id, site, above, name);
        work.entities(viewer.tenant()).persist(group);
        note(DeedKind.GROUP_ADDED, group, "");
        return group;
    }

    private void within(Viewer viewer, SiteId site, GroupId above) {
        if (!group(viewer, above).site().equals(site)) {
            throw new IllegalArgumentException("a group lies within a group of its own site");
        }
    }

    /** Puts a group into another of its site, or out of any; never into itself or into what lies within it. */
    public CameraGroup moveGroup(Viewer viewer, GroupId id, Optional<GroupId> above) {
        viewer.must(Permission.ARRANGE);
        CameraGroup group = group(viewer, id);
        above.ifPresent(to -> {
            within(viewer, group.site(), to);
            if (liesWithin(viewer, to, id)) {
                throw new IllegalArgumentException("a group cannot lie within itself");
            }
        });
        group.moveInto(above);
        note(DeedKind.GROUP_CHANGED, group, "");
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        work.afterCommit(() -> news.less(viewer.tenant()));
        return group;
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

    public CameraGroup renameGroup(Viewer viewer, GroupId id, Name name) {
        viewer.must(Permission.ARRANGE);
        CameraGroup group = group(viewer, id);
        String before = group.name();
        group.rename(name);
        note(DeedKind.GROUP_CHANGED, group, before);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        return group;
    }

    private void note(DeedKind kind, Site site, String before) {
        work.note(Deed.of(kind, "site", site.id(), site.name())
                .with("zone", site.zone().getId())
                .with("before", before));
    }

    private void note(DeedKind kind, CameraGroup group, String before) {
        work.note(Deed.of(kind, "group", group.id(), group.name())
                .with("site", group.site())
                .with("above", group.above().map(GroupId::toString).orElse(""))
                .with("before", before));
    }
}
