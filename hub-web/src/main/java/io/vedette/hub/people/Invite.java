package io.vedette.hub.people;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.Invitation;
import io.vedette.hub.access.InvitationId;
import io.vedette.hub.access.InvitationMail;
import io.vedette.hub.access.Invitations;
import io.vedette.hub.access.Members;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.access.Visit;
import io.vedette.hub.platform.tenant.TenantWork;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Invites by mail. The identity provider is asked between transactions; what is kept here counts whether its mail leaves or not, and
 * says which.
 */
@Singleton
public class Invite {
    private static final Logger LOG = LoggerFactory.getLogger(Invite.class);

    private final TenantWork work;
    private final Invitations invitations;
    private final InvitationMail mail;
    private final Accounts accounts;
    private final Members members;

    @Inject
    public Invite(TenantWork work, Invitations invitations, InvitationMail mail, Accounts accounts, Members members) {
        this.work = work;
        this.invitations = invitations;
        this.mail = mail;
        this.accounts = accounts;
        this.members = members;
    }

    /** Whether somebody with this address can come in already: they are given a role, not invited. Outside any transaction. */
    public boolean isMember(TenantId tenant, Email email) throws Unreachable {
        Optional<Account> known = accounts.holding(tenant, email);
        return known.isPresent()
                && work.as(
                        tenant,
                        () -> members.keptOut(tenant, known.get().subject()).isEmpty());
    }

    /** Has the mail of an invitation sent, again if need be; false when none has left. Outside any transaction. */
    public boolean send(
            Function<Function<Visit, Boolean>, Boolean> visits, TenantId tenant, InvitationId id, Email email) {
        try {
            if (mail.send(tenant, email) == InvitationMail.Outcome.NOT_SENT) {
                return false;
            }
        } catch (Unreachable e) {
            LOG.warn("no invitation was sent: {}", e.getMessage());
            return false;
        }
        return visits.apply(visit -> {
            invitations.sent(visit.viewer(), id);
            return true;
        });
    }

    /** The link in the mail goes with the invitation, as soon as this is committed. */
    public void takeBack(Viewer viewer, InvitationId id) {
        Invitation gone = invitations.takeBack(viewer, id);
        Email email = gone.email();
        work.afterCommit(() -> withdraw(viewer.tenant(), email));
    }

    /** What the link leads to without an invitation of ours is a membership that sees nothing. */
    private void withdraw(TenantId tenant, Email email) {
        try {
            mail.takeBack(tenant, email);
        } catch (Unreachable e) {
            LOG.warn("the link of an invitation that was taken back is still good: {}", e.getMessage());
        }
    }
}
