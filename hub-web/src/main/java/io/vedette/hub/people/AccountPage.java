package io.vedette.hub.people;

import io.vedette.hub.access.Account;
import io.vedette.hub.platform.web.Cursor;
import io.vedette.hub.platform.web.PageAsk;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Pages over the accounts. The identity provider knows no order to go on from, so all of them are read each time and the place
 * is looked up here; a page begins behind a name and not at a number, so nobody is skipped when somebody leaves.
 */
final class AccountPage {
    private static final Comparator<Account> ORDER =
            Comparator.comparing(AccountPage::key).thenComparing(AccountPage::id);

    private AccountPage() {}

    static List<Account> of(List<Account> all, PageAsk ask) {
        return all.stream()
                .sorted(ORDER)
                .filter(account ->
                        ask.after().map(place -> behind(account, place)).orElse(true))
                .limit(ask.oneMore())
                .toList();
    }

    private static boolean behind(Account account, Cursor place) {
        int order = key(account).compareTo(place.key());
        return order > 0 || (order == 0 && id(account).compareTo(place.id()) > 0);
    }

    /** One line, as the cursor's parts are separated by line ends. */
    static String key(Account account) {
        return account.name().toLowerCase(Locale.ROOT).replaceAll("\\R", " ");
    }

    /** The provider's ids are UUIDs; another kind gets one made of its text, which orders as well. */
    static UUID id(Account account) {
        String subject = account.subject().value();
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(subject.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
