package io.vedette.hub.cameras.grants;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessNews;
import io.vedette.hub.cameras.Cameras;
import io.vedette.hub.cameras.Sites;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.persistence.Entities;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Giving and taking back what others may do with cameras. Whoever delegates by role gives anything to anybody; whoever
 * holds a grant that may be passed on gives part of it, and what they gave ends with it.
 */
@Singleton
public class Grants {
    /** Grants above one grant, at most: a line that people can still follow. */
    private static final int DEEPEST = 3;
    /** Of no role. */
    private static final UUID NONE = new UUID(0, 0);

    private final TenantWork work;
    private final Cameras cameras;
    private final Sites sites;
    private final Teams teams;
    private final Reach reach;
    private final Clock clock;
    private final AccessNews news;

    @Inject
    public Grants(TenantWork work, Cameras cameras, Sites sites, Teams teams, Clock clock, AccessNews news) {
        this.work = work;
        this.cameras = cameras;
        this.sites = sites;
        this.teams = teams;
        this.reach = new Reach(work);
        this.clock = clock;
        this.news = news;
    }

    @Produces
    static Entities entities() {
        return Entities.of(AccessGrant.class, Team.class, TeamMember.class);
    }

    /** All grants of the tenant, for whoever may give them. */
    public List<AccessGrant> all(Viewer viewer) {
        viewer.must(Permission.DELEGATE);
        return work.entities(viewer.tenant())
                .createQuery(
                        "select g from AccessGrant g where g.tenant = :tenant order by g.givenAt desc, g.id",
                        AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .getResultList();
    }

    /** As {@link #all}, a page of them. */
    public List<AccessGrant> page(Viewer viewer, PageAsk ask) {
        viewer.must(Permission.DELEGATE);
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

    /** What the viewer holds, as a person, in a team or by role; expired or not. */
    public List<AccessGrant> received(Viewer viewer) {
        return work.entities(viewer.tenant())
                .createQuery("""
                        select g from AccessGrant g
                        where g.tenant = :tenant
                          and (g.subject = :subject
                            or g.role = :role or g.customRole = :customRole
                            or g.team in (select m.team from TeamMember m where m.tenant = :tenant and m.subject = :subject))
                        order by g.givenAt desc, g.id
                        """, AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("subject", viewer.subject().value())
                .setParameter("role", viewer.role().key().standard().orElse(""))
                .setParameter("customRole", viewer.role().key().custom().orElse(NONE))
                .getResultList();
    }

    /** When something the viewer holds ends or pauses next, at the latest: what is allowed until then has to be asked again. */
    public Instant nextEnd(Viewer viewer, Instant now) {
        Stream<Instant> ofTheRole = viewer.role().hours().map(hours -> hours.nextEdge(now)).stream();
        return Stream.concat(ofTheRole, ends(viewer, now))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    private Stream<Instant> ends(Viewer viewer, Instant now) {
        return received(viewer).stream()
                .flatMap(grant -> grant.under().isEmpty() ? Stream.of(grant) : lineOf(grant).stream())
                .map(AccessGrant::terms)
                .flatMap(terms -> Stream.of(terms.until(), terms.hours().map(hours -> hours.nextEdge(now))))
                .flatMap(Optional::stream)
                .filter(now::isBefore);
    }

    /** The grants above a grant, and itself. */
    private List<AccessGrant> lineOf(AccessGrant grant) {
        return work.entities(grant.tenant())
                .createQuery(
                        "select g from AccessGrant g where g.tenant = :tenant and g.id in :line", AccessGrant.class)
                .setParameter("tenant", grant.tenant().value())
                .setParameter("line", grant.line())
                .getResultList();
    }

    /** What the viewer gave to others. */
    public List<AccessGrant> given(Viewer viewer) {
        return work.entities(viewer.tenant())
                .createQuery(
                        "select g from AccessGrant g where g.tenant = :tenant and g.givenBy = :subject order by g.givenAt desc, g.id",
                        AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("subject", viewer.subject().value())
                .getResultList();
    }

    /**
     * Whoever has every camera by role gives any of them, as far as their role allows; everybody else passes on of what they
     * hold. A foreign camera, group, site or team is not found.
     */
    public AccessGrant give(Viewer viewer, GrantId id, GrantWish wish) {
        Optional<AccessGrant> above = wish.under().map(grant -> passable(viewer, grant));
        if (above.isEmpty()) {
            viewer.must(Permission.DELEGATE);
            known(viewer, wish);
            viewer.must(
                    Permission.EVERY_CAMERA); // or what they hold for an hour, or do not see at all, would be theirs
        } else {
            known(viewer, wish);
        }
        within(viewer, wish.terms());
        above.ifPresent(grant -> narrower(wish.terms(), grant));
        var grant = new AccessGrant(id, wish, above, viewer.subject(), clock.instant());
        work.entities(viewer.tenant()).persist(grant);
        if (above.isPresent()) {
            work.entities(viewer.tenant()).flush();
            if (!reach.staysWithinItsLine(viewer.tenant(), id)) {
                throw new IllegalArgumentException("a part of a grant is about cameras of that grant");
            }
        }
        work.note(GrantDeeds.of(DeedKind.GRANT_GIVEN, grant));
        return grant;
    }

    /** Nobody gives what they may not do themselves. */
    private static void within(Viewer viewer, GrantTerms terms) {
        terms.actions().stream().sorted().forEach(action -> viewer.must(Permission.valueOf(action.name())));
    }

    private void known(Viewer viewer, GrantWish wish) {
        switch (wish.what()) {
            case Selector.OneCamera one -> cameras.get(viewer, one.camera());
            case Selector.WholeGroup whole -> sites.group(viewer, whole.group());
            case Selector.WholeSite whole -> sites.get(viewer, whole.site());
            case Selector.Tagged tagged -> {}
            case Selector.EveryCamera every -> {}
        }
        switch (wish.holder()) {
            case Holder.Person person -> {}
            case Holder.Team members -> teams.get(viewer.tenant(), members.team());
            case Holder.Invited invited -> waits(viewer, wish, invited.invitation());
            case Holder.Everyone everyone -> {
                if (wish.under().isPresent()) {
                    throw new IllegalArgumentException("a part of a grant is passed on to a person or a team");
                }
            }
        }
    }

    private void waits(Viewer viewer, GrantWish wish, InvitationId invitation) {
        if (wish.under().isPresent()) {
            throw new IllegalArgumentException("a part of a grant is passed on to a person or a team");
        }
        boolean gone = work.entities(viewer.tenant())
                .createQuery(
                        "select i.id from Invitation i where i.tenant = :tenant and i.id = :id and i.acceptedAt is null",
                        UUID.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("id", invitation.value())
                .getResultList()
                .isEmpty();
        if (gone) {
            throw Refusal.notFound();
        }
    }

    /** Hands what an invitation holds to whoever took it up. */
    public void arrived(TenantId tenant, InvitationId invitation, Subject subject) {
        work.entities(tenant)
                .createQuery(
                        "select g from AccessGrant g where g.tenant = :tenant and g.invitation = :invitation",
                        AccessGrant.class)
                .setParameter("tenant", tenant.value())
                .setParameter("invitation", invitation.value())
                .getResultList()
                .forEach(grant -> grant.fallTo(subject));
    }

    /** A grant that the viewer holds in person and may pass on now, or the refusal that fits. */
    public AccessGrant passable(Viewer viewer, GrantId id) {
        AccessGrant above = find(viewer, id)
                .filter(grant -> grant.holder().equals(new Holder.Person(viewer.subject())))
                .orElseThrow(Refusal::notFound);
        if (!above.terms().passable()) {
            throw Refusal.missingRight("DELEGATE");
        }
        if (above.over(clock.instant())) {
            throw new IllegalArgumentException("the grant is over, nothing of it can be passed on");
        }
        if (above.depth() + 1 > DEEPEST) {
            throw new IllegalArgumentException("the grant was passed on too often already");
        }
        return above;
    }

    /** What of a grant that the viewer may pass on can be passed on. */
    public Inside inside(Viewer viewer, GrantId id) {
        return new FindInside(work).of(viewer.tenant(), passable(viewer, id).id());
    }

    private static void narrower(GrantTerms terms, AccessGrant above) {
        if (!terms.within(above.terms())) {
            throw new IllegalArgumentException(
                    "a part of a grant allows no more, and at no other time, than that grant");
        }
    }

    /** The grant, for whoever delegates by role, holds it, or gave it; or the refusal "not found". */
    public AccessGrant get(Viewer viewer, GrantId id) {
        return find(viewer, id)
                .filter(grant -> viewer.may(Permission.DELEGATE)
                        || grant.givenBy().equals(viewer.subject())
                        || received(viewer).contains(grant))
                .orElseThrow(Refusal::notFound);
    }

    private Optional<AccessGrant> find(Viewer viewer, GrantId id) {
        return work.entities(viewer.tenant())
                .createQuery("select g from AccessGrant g where g.tenant = :tenant and g.id = :id", AccessGrant.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("id", id.value())
                .getResultStream()
                .findFirst();
    }

    /**
     * Changes a grant, at once and everywhere, as {@link #takeBack} does. The end must lie ahead if it moves. What was
     * passed on from it stays as it was written and counts only as far as the grant still goes.
     */
    public AccessGrant change(Viewer viewer, GrantId id, GrantTerms terms) {
        AccessGrant grant = mine(viewer, id);
        if (!grant.terms().actions().containsAll(terms.actions())) {
            within(viewer, terms);
        }
        boolean passedOn = grant.under().isPresent() && grant.givenBy().equals(viewer.subject());
        if (!passedOn && !terms.within(grant.terms())) {
            viewer.must(Permission.EVERY_CAMERA);
        }
        if (!terms.until().equals(grant.terms().until())
                && terms.until().filter(end -> !end.isAfter(clock.instant())).isPresent()) {
            throw new IllegalArgumentException("the grant would be over already: take it back instead");
        }
        grant.under().flatMap(above -> find(viewer, above)).ifPresent(above -> narrower(terms, above));
        grant.change(terms);
        work.note(GrantDeeds.of(DeedKind.GRANT_CHANGED, grant));
        work.entities(viewer.tenant()).flush(); // so that the answer carries the new version
        work.afterCommit(() -> news.less(viewer.tenant()));
        return grant;
    }

    /**
     * Takes a grant back, with all that was passed on from it, at once and everywhere: open live views are asked again when
     * this is committed.
     */
    public void takeBack(Viewer viewer, GrantId id) {
        AccessGrant grant = mine(viewer, id);
        work.entities(viewer.tenant()).remove(grant); // the database takes what lies under it along
        work.note(GrantDeeds.of(DeedKind.GRANT_TAKEN_BACK, grant));
        work.afterCommit(() -> news.less(viewer.tenant()));
    }

    /** Ends all that somebody holds in person, with what they passed on of it; for whoever ends a membership. */
    public void endOf(TenantId tenant, Subject subject) {
        held(tenant, subject).forEach(grant -> work.note(GrantDeeds.of(DeedKind.GRANT_TAKEN_BACK, grant)));
        work.entities(tenant) // at once: one of them may lie under another
                .createQuery("delete from AccessGrant g where g.tenant = :tenant and g.subject = :subject")
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .executeUpdate();
        work.afterCommit(() -> news.less(tenant));
    }

    private List<AccessGrant> held(TenantId tenant, Subject subject) {
        return work.entities(tenant)
                .createQuery(
                        "select g from AccessGrant g where g.tenant = :tenant and g.subject = :subject",
                        AccessGrant.class)
                .setParameter("tenant", tenant.value())
                .setParameter("subject", subject.value())
                .getResultList();
    }

    /** A grant that the viewer may change: any for whoever delegates by role, else one that they gave. */
    private AccessGrant mine(Viewer viewer, GrantId id) {
        AccessGrant grant = get(viewer, id);
        if (!viewer.may(Permission.DELEGATE) && !grant.givenBy().equals(viewer.subject())) {
            throw Refusal.missingRight("DELEGATE");
        }
        return grant;
    }
}
