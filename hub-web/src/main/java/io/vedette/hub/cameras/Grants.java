package io.vedette.hub.cameras;

import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Giving and taking back what others may do with cameras. */
@Singleton
public class Grants {
    private final TenantWork work;
    private final Cameras cameras;
    private final Sites sites;
    private final Clock clock;
    private final AccessNews news;

    @Inject
    public Grants(TenantWork work, Cameras cameras, Sites sites, Clock clock, AccessNews news) {
        this.work = work;
        this.cameras = cameras;
        this.sites = sites;
        this.clock = clock;
        this.news = news;
    }

    /** All grants of the tenant, for whoever may give them. */
    public List<AccessGrant> all(Viewer viewer) {
        delegating(viewer);
        return work.entities(viewer.tenant())
                .createQuery(
                        "select g from AccessGrant g where g.tenant = :tenant order by g.givenAt desc, g.id",
                        AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .getResultList();
    }

    /** As {@link #all}, a page of them. */
    public List<AccessGrant> page(Viewer viewer, PageAsk ask) {
        delegating(viewer);
        return work.entities(viewer.tenant())
                .createQuery("""
                        select g from AccessGrant g
                        where g.tenant = :tenant
                          and (:first = true or g.givenAt < :at or (g.givenAt = :at and g.id > :id))
                        order by g.givenAt desc, g.id
                        """, AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("first", ask.after().isEmpty())
                .setParameter("at", ask.after().map(PageAsk::time).orElse(Instant.EPOCH))
                .setParameter("id", ask.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(ask.oneMore())
                .getResultList();
    }

    /** What the viewer was given, expired or not. */
    public List<AccessGrant> received(Viewer viewer) {
        return work.entities(viewer.tenant())
                .createQuery(
                        "select g from AccessGrant g where g.tenant = :tenant and g.subject = :subject order by g.givenAt desc",
                        AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("subject", viewer.subject().value())
                .getResultList();
    }

    /** The giver must see what is given; a foreign camera or group is not found. */
    public AccessGrant give(Viewer viewer, GrantId id, GrantWish wish) {
        delegating(viewer);
        switch (wish.what()) {
            case GrantWish.OneCamera one -> cameras.get(viewer, one.camera());
            case GrantWish.WholeGroup whole -> sites.group(viewer, whole.group());
        }
        var grant = new AccessGrant(id, wish, viewer.subject(), clock.instant());
        work.entities(viewer.tenant()).persist(grant);
        return grant;
    }

    /** The grant, for whoever may give one, or the refusal "not found". */
    public AccessGrant get(Viewer viewer, GrantId id) {
        delegating(viewer);
        return work.entities(viewer.tenant())
                .createQuery("select g from AccessGrant g where g.tenant = :tenant and g.id = :id", AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** Changes a grant, at once and everywhere, as {@link #takeBack} does. The end must lie ahead if it moves. */
    public AccessGrant change(Viewer viewer, GrantId id, GrantTerms terms) {
        AccessGrant grant = get(viewer, id);
        if (!terms.until().equals(grant.until())
                && terms.until().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new IllegalArgumentException("the grant would be over already: take it back instead");
        }
        grant.change(terms);
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        work.afterCommit(() -> news.less(viewer.tenant()));
        return grant;
    }

    /** Takes a grant back, at once and everywhere: open live views are asked again when this is committed. */
    public void takeBack(Viewer viewer, GrantId id) {
        AccessGrant grant = get(viewer, id);
        work.entities(viewer.tenant()).remove(grant);
        work.afterCommit(() -> news.less(viewer.tenant()));
    }

    private static void delegating(Viewer viewer) {
        if (!viewer.role().delegates()) {
            throw Refusal.missingRight("DELEGATE");
        }
    }
}
