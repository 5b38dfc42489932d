package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.grants.AccessGrant;
import io.vedette.hub.cameras.grants.Holder;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts a page can name.
 *
 * @param complete false while the identity provider cannot be asked: then only those are in here who hold a grant
 */
record AccountBook(List<Account> accounts, boolean complete) {
    private static final Logger LOG = LoggerFactory.getLogger(AccountBook.class);
    private static final int ENOUGH_TO_TELL_APART = 8;

    /** Asks over the network: not inside a transaction. */
    static AccountBook open(Accounts accounts, Viewer viewer) {
        try {
            return new AccountBook(accounts.all(viewer), true);
        } catch (Unreachable e) {
            LOG.warn("accounts cannot be shown: {}", e.getMessage(), e);
            return new AccountBook(List.of(), false);
        }
    }

    /** With an entry for each holder of a grant who is not listed: no longer a member, or the list could not be had. */
    AccountBook with(List<AccessGrant> grants) {
        List<Account> all = new ArrayList<>(accounts);
        holding(grants)
                .filter(subject -> find(subject).isEmpty())
                .forEach(subject ->
                        all.add(new Account(subject, shortened(subject), "", "", false, false, Role.VIEWER)));
        return new AccountBook(List.copyOf(all), complete);
    }

    /** Whoever holds one of these grants in person, each once. */
    static Stream<Subject> holding(List<AccessGrant> grants) {
        return grants.stream()
                .flatMap(grant ->
                        grant.holder() instanceof Holder.Person person ? Stream.of(person.subject()) : Stream.of())
                .distinct();
    }

    Optional<Account> find(Subject subject) {
        return accounts.stream()
                .filter(account -> account.subject().equals(subject))
                .findFirst();
    }

    /** The member, or the refusal: "not found", or that nobody can say so at the moment. */
    Account member(Subject subject) {
        return find(subject).orElseThrow(() -> complete ? Refusal.notFound() : new Refusal(Problem.LOGIN_DOWN));
    }

    String name(Subject subject) {
        return find(subject).map(Account::name).orElseGet(() -> shortened(subject));
    }

    private static String shortened(Subject subject) {
        String text = subject.value();
        return text.length() <= ENOUGH_TO_TELL_APART ? text : text.substring(0, ENOUGH_TO_TELL_APART) + "…";
    }
}
