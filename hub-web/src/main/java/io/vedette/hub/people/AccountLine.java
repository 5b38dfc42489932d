package io.vedette.hub.people;

import io.vedette.hub.access.Account;

/**
 * An account on a page.
 *
 * @param role its name; words are {@code role.<name>}
 * @param grants how many are in force
 */
public record AccountLine(
        String subject, String name, String initials, String email, String role, boolean seesAll, long grants) {

    static AccountLine of(Account account, long grants) {
        return new AccountLine(
                account.subject().value(),
                account.name(),
                io.vedette.hub.access.Frame.initials(account.name()),
                account.email(),
                account.role().name(),
                account.role().seesEveryCamera(),
                grants);
    }
}
