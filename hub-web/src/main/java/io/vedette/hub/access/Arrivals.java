package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.platform.deed.DeedKind;
import io.vedette.hub.platform.security.Person;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Takes up the invitation of somebody who comes as a member of the organisation with the address that was invited, verified by the
 * identity provider. Looked for at each request until one is found, as people join while they are signed in; inside the
 * request's transaction.
 */
@Singleton
public class Arrivals {
    private final TenantWork work;
    private final Members members;
    private final Invitations invitations;
    private final Seats seats;
    private final Clock clock;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    /** Hears of an invitation that is taken up, in the same transaction. */
    @FunctionalInterface
    public interface Listener {
        void arrived(TenantId tenant, InvitationId invitation, Subject subject);
    }

    @Inject
    public Arrivals(TenantWork work, Members members, Invitations invitations, Clock clock) {
        this.work = work;
        this.members = members;
        this.invitations = invitations;
        this.seats = new Seats(work, clock);
        this.clock = clock;
    }

    public void onArrival(Listener listener) {
        listeners.add(listener);
    }

    void look(TenantId tenant, Person person) {
        if (person.verifiedEmail().isEmpty()) {
            return;
        }
        var subject = new Subject(person.subject());
        email(person.verifiedEmail())
                .flatMap(email -> invitations.lockFor(tenant, email))
                .filter(invitation -> counts(tenant, invitation, subject))
                .ifPresent(invitation -> takeUp(tenant, invitation, subject));
    }

    private static java.util.Optional<Email> email(String text) {
        try {
            return java.util.Optional.of(new Email(text));
        } catch (IllegalArgumentException none) {
            return java.util.Optional.empty(); // an address that could not be invited either
        }
    }

    /** Not when who invited may not any more, and not for whoever was sent away since, or waits to be let in again. */
    private boolean counts(TenantId tenant, Invitation invitation, Subject subject) {
        Viewer inviter = members.viewer(tenant, invitation.invitedBy());
        boolean backed = members.keptOut(tenant, inviter.subject()).isEmpty()
                && inviter.role().delegates()
                && inviter.role().appoints(invitation.role());
        return backed
                && members.keptOutRow(tenant, subject)
                        .map(out -> out.why().forGood() && out.since().isBefore(invitation.invitedAt()))
                        .orElse(true);
    }

    /** Whoever has a role already keeps it. */
    private void takeUp(TenantId tenant, Invitation invitation, Subject subject) {
        var entities = work.entities(tenant);
        members.keptOutRow(tenant, subject).ifPresent(entities::remove);
        if (members.row(tenant, subject).isEmpty()) {
            entities.persist(new Member(subject, invitation.role()));
        }
        invitation.accept(subject, clock.instant());
        seats.take(tenant, subject); // the one its invitation kept
        listeners.forEach(listener -> listener.arrived(tenant, invitation.id(), subject));
        entities.flush();
        work.note(Invitations.deed(DeedKind.MEMBER_JOINED, invitation).with("account", subject));
    }
}
