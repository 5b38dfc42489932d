package io.vedette.hub.access;

import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Inviting, and taking it back. Whoever invites gives no role that they could not give to a member. */
@Singleton
public class Invitations {
    /** No longer than the link in the mail is good for: the realm's {@code actionTokenGeneratedByAdminLifespan}. */
    public static final int MOST_DAYS = 7;

    private final TenantWork work;
    private final Clock clock;
    private final Seats seats;

    @Inject
    public Invitations(TenantWork work, Clock clock) {
        this.work = work;
        this.clock = clock;
        this.seats = new Seats(work, clock);
    }

    /** Those that nobody has come by yet, those that are over too; the latest first. */
    public List<Invitation> waiting(Viewer viewer) {
        viewer.must(Permission.DELEGATE);
        return work.entities(viewer.tenant())
                .createQuery(
                        "select i from Invitation i where i.tenant = :tenant and i.acceptedAt is null"
                                + " order by i.invitedAt desc, i.id",
                        Invitation.class)
                .setParameter("tenant", viewer.tenant().value())
                .getResultList();
    }

    /** As {@link #waiting}, a page of them. */
    public List<Invitation> page(Viewer viewer, PageAsk ask) {
        viewer.must(Permission.DELEGATE);
        return work.entities(viewer.tenant())
                .createQuery("""
                        select i from Invitation i
                        where i.tenant = :tenant and i.acceptedAt is null
                          and (:first = true or i.invitedAt < :at or (i.invitedAt = :at and i.id > :id))
                        order by i.invitedAt desc, i.id
                        """, Invitation.class)
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("first", ask.after().isEmpty())
                .setParameter("at", ask.after().map(PageAsk::time).orElse(Instant.EPOCH))
                .setParameter("id", ask.after().map(Cursor::id).orElse(new UUID(0, 0)))
                .setMaxResults(ask.oneMore())
                .getResultList();
    }

    /** One that waits, or the refusal "not found". */
    public Invitation get(Viewer viewer, InvitationId id) {
        return waiting(viewer).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    /** An earlier one for the same address that still waits is replaced, with what it was to give. */
    public Invitation invite(Viewer viewer, InvitationId id, Email email, Role role, int days) {
        viewer.must(Permission.DELEGATE);
        if (!viewer.role().appoints(role)) {
            throw Refusal.missingRight("APPOINT");
        }
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("an invitation waits for 1 to 7 days");
        }
        for (Invitation earlier : waiting(viewer)) {
            if (earlier.email().equals(email)) {
                mayTakeBack(viewer, earlier);
                work.entities(viewer.tenant()).remove(earlier);
            }
        }
        work.entities(viewer.tenant()).flush(); // one waits for an address at a time
        seats.demandRoom(viewer.tenant());
        var invitation = new Invitation(id, email, role, viewer.subject(), clock.instant(), Duration.ofDays(days));
        work.entities(viewer.tenant()).persist(invitation);
        work.note(deed(DeedKind.MEMBER_INVITED, invitation)
                .with("role", role.key())
                .with("until", invitation.until()));
        return invitation;
    }

    public void sent(Viewer viewer, InvitationId id) {
        get(viewer, id).sent(clock.instant());
    }

    /** With what it was to give. */
    public Invitation takeBack(Viewer viewer, InvitationId id) {
        Invitation invitation = get(viewer, id);
        mayTakeBack(viewer, invitation);
        work.entities(viewer.tenant()).remove(invitation);
        work.note(deed(DeedKind.INVITATION_TAKEN_BACK, invitation));
        return invitation;
    }

    private static void mayTakeBack(Viewer viewer, Invitation invitation) {
        if (!viewer.role().appoints(invitation.role())) {
            throw Refusal.missingRight("APPOINT");
        }
    }

    static Deed deed(DeedKind kind, Invitation invitation) {
        return Deed.of(kind, "invitation", invitation.id(), invitation.email().value());
    }

    /** Ends those of somebody who goes. */
    void endOf(Viewer viewer, Subject inviter) {
        work.entities(viewer.tenant())
                .createQuery("delete from Invitation i where i.tenant = :tenant and i.invitedBy = :inviter"
                        + " and i.acceptedAt is null")
                .setParameter("tenant", viewer.tenant().value())
                .setParameter("inviter", inviter.value())
                .executeUpdate();
    }

    /** The one that waits for this address now, locked: of two requests at once one takes it up. */
    Optional<Invitation> lockFor(io.vedette.contracts.id.TenantId tenant, Email email) {
        return work.entities(tenant)
                .createQuery(
                        "select i from Invitation i where i.tenant = :tenant and i.email = :email"
                                + " and i.acceptedAt is null and i.until > :now",
                        Invitation.class)
                .setParameter("tenant", tenant.value())
                .setParameter("email", email.value())
                .setParameter("now", clock.instant())
                .setLockMode(jakarta.persistence.LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }
}
