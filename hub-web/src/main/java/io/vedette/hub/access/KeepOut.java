package io.vedette.hub.access;

import io.vedette.hub.platform.deed.Deed;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.tenant.TenantWork;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Ends, pauses and takes up memberships of a tenant, at once and everywhere. Refuses the end of the last owner with
 * {@link Problem#CONFLICT}. Says nothing about the person's account, nor about any other tenant.
 */
@Singleton
public class KeepOut {
    private final TenantWork work;
    private final Members members;
    private final RoleNews news;
    private final Clock clock;
    private final Owners owners;
    private final Invitations invitations;
    private final Seats seats;

    @Inject
    public KeepOut(TenantWork work, Members members, RoleNews news, Clock clock) {
        this.work = work;
        this.members = members;
        this.news = news;
        this.clock = clock;
        this.owners = new Owners(work);
        this.invitations = new Invitations(work, clock);
        this.seats = new Seats(work, clock);
    }

    /** Whether the viewer deals with people of this role at all. Nobody suspends or removes themselves: they leave. */
    public static boolean may(Viewer viewer, Subject subject, Role role) {
        return viewer.role().appoints(role) && !viewer.subject().equals(subject);
    }

    public void suspend(Viewer viewer, Subject subject) {
        begin(viewer, subject);
        Optional<KeptOut.Why> now = members.keptOut(viewer.tenant(), subject);
        if (now.filter(KeptOut.Why::forGood).isPresent()) {
            throw Refusal.notFound();
        }
        if (now.isEmpty()) {
            keepOut(viewer, subject, KeptOut.Why.SUSPENDED, DeedKind.MEMBER_SUSPENDED);
        }
    }

    /** Lets somebody in again: a suspended one to what they had, a removed one as a viewer without grants. */
    public void lift(Viewer viewer, Subject subject) {
        begin(viewer, subject);
        KeptOut row = row(viewer, subject).orElseThrow(Refusal::notFound);
        work.entities(viewer.tenant()).remove(row);
        note(DeedKind.MEMBER_LET_IN, subject);
    }

    /** Takes the role along; what else the person held is for the caller to end in the same transaction. */
    public void remove(Viewer viewer, Subject subject) {
        begin(viewer, subject);
        if (members.keptOut(viewer.tenant(), subject)
                .filter(KeptOut.Why::forGood)
                .isEmpty()) {
            keepOut(viewer, subject, KeptOut.Why.REMOVED, DeedKind.MEMBER_REMOVED);
            forgetRole(viewer, subject);
        }
    }

    /** As {@link #remove}, of oneself. */
    public void leave(Viewer viewer) {
        owners.lock(viewer.tenant());
        keepOut(viewer, viewer.subject(), KeptOut.Why.LEFT, DeedKind.MEMBER_LEFT);
        forgetRole(viewer, viewer.subject());
    }

    private void begin(Viewer viewer, Subject subject) {
        owners.lock(viewer.tenant());
        Viewer now = members.again(viewer); // who waited for the lock may have lost the role
        if (!may(now, subject, members.role(viewer.tenant(), subject))) {
            throw Refusal.missingRight("APPOINT");
        }
        if (members.keptOut(viewer.tenant(), viewer.subject()).isPresent()) {
            throw Refusal.notFound(); // since they asked
        }
    }

    private void keepOut(Viewer viewer, Subject subject, KeptOut.Why why, DeedKind deed) {
        boolean owner = members.role(viewer.tenant(), subject).owns();
        if (owner && !owners.anyBeside(viewer.tenant(), subject)) {
            throw new Refusal(Problem.CONFLICT);
        }
        row(viewer, subject)
                .ifPresentOrElse(
                        row -> row.because(why, clock.instant()),
                        () -> work.entities(viewer.tenant()).persist(new KeptOut(subject, why, clock.instant())));
        note(deed, subject);
        work.afterCommit(() -> news.changed(viewer.tenant()));
    }

    private Optional<KeptOut> row(Viewer viewer, Subject subject) {
        return members.keptOutRow(viewer.tenant(), subject);
    }

    private void forgetRole(Viewer viewer, Subject subject) {
        invitations.endOf(viewer, subject);
        seats.leave(viewer.tenant(), subject);
        members.row(viewer.tenant(), subject).ifPresent(work.entities(viewer.tenant())::remove);
    }

    private void note(DeedKind kind, Subject subject) {
        work.note(Deed.of(kind, "account", subject, "").with("account", subject));
    }
}
