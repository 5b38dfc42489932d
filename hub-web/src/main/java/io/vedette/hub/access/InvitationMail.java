package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import io.vedette.hub.access.Accounts.Unreachable;

/** Asks the identity provider to invite somebody into its organisation by mail, which it writes and sends. Over the network. */
public interface InvitationMail {
    /** What came of it. */
    enum Outcome {
        SENT,
        /** They are a member there already: no mail is needed. */
        MEMBER,
        /** It has no mail server, or that one does not take the mail. */
        NOT_SENT
    }

    /** A link that was sent to the same address before is no longer good. */
    Outcome send(TenantId tenant, Email email) throws Unreachable;

    /** The link in the mail leads nowhere from now on. */
    void takeBack(TenantId tenant, Email email) throws Unreachable;
}
