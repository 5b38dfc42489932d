package io.vedette.hub.access;

import io.vedette.contracts.id.TenantId;
import java.util.List;
import java.util.Optional;

/** The people of a tenant, as its organisation at the identity provider lists them. */
public interface Accounts {
    /**
     * All of them by name, for whoever may delegate or reads the audit log, which is about them; refuses anybody else. Asks over
     * the network: never called inside a transaction.
     */
    List<Account> all(Viewer viewer) throws Unreachable;

    /**
     * The member of the tenant who answers to this user name or e-mail address. For whoever has something to give: the caller
     * has made sure of that. Asks over the network, as {@link #all} does.
     */
    Optional<Account> named(TenantId tenant, String userNameOrEmail) throws Unreachable;

    /** The member of the tenant whose account holds this address, proved to be theirs or not. Asks over the network, as {@link #all} does. */
    Optional<Account> holding(TenantId tenant, Email email) throws Unreachable;

    /**
     * Ends the membership at the identity provider, too, where that leaves the person's account as it is. Whoever is kept
     * out here is kept out whether it succeeds or not. Asks over the network, as {@link #all} does.
     */
    void end(TenantId tenant, Subject subject) throws Unreachable;

    /** The identity provider does not answer, or not in a way that can be used; nothing is known about accounts now. */
    final class Unreachable extends Exception {
        public Unreachable(String why, Throwable cause) {
            super(why, cause);
        }

        public Unreachable(String why) {
            super(why);
        }
    }
}
