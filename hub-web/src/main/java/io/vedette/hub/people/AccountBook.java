package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.cameras.AccessGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        grants.stream()
                .map(AccessGrant::subject)
                .distinct()
                .filter(subject -> find(subject).isEmpty())
                .forEach(subject -> all.add(new Account(subject, shortened(subject), "", "", Role.VIEWER)));
        return new AccountBook(List.copyOf(all), complete);
    }

    Optional<Account> find(Subject subject) {
        return accounts.stream()
                .filter(account -> account.subject().equals(subject))
                .findFirst();
    }

    /** Whom an address means. */
    sealed interface Pick {
        record One(Account account) implements Pick {}

        record Nobody() implements Pick {}

        /** No such person is in this organisation. Nobody says so while the list could not be had. */
        record Unknown() implements Pick {}
    }

    /** @param subject as it stands in the address; nothing means nobody, and never the first who comes along */
    Pick pick(String subject) {
        if (subject.isBlank()) {
            return new Pick.Nobody();
        }
        return accounts.stream()
                .filter(account -> account.subject().value().equals(subject))
                .findFirst()
                .<Pick>map(Pick.One::new)
                .orElseGet(() -> complete ? new Pick.Unknown() : new Pick.Nobody());
    }

    String name(Subject subject) {
        return find(subject).map(Account::name).orElseGet(() -> shortened(subject));
    }

    private static String shortened(Subject subject) {
        String text = subject.value();
        return text.length() <= ENOUGH_TO_TELL_APART ? text : text.substring(0, ENOUGH_TO_TELL_APART) + "…";
    }
}
