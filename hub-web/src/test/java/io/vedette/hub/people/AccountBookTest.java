package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.people.AccountBook.Pick;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountBookTest {
    private static final Account GUARD = new Account(new Subject("s1"), "Guard", "guard", "", Role.VIEWER);

    private final AccountBook book = new AccountBook(List.of(GUARD), true);

    @Test
    void thePersonOfTheAddressIsMeantAndNobodyElse() {
        assertThat(book.pick("s1")).isEqualTo(new Pick.One(GUARD));
        assertThat(book.pick("s2")).isEqualTo(new Pick.Unknown());
        assertThat(book.pick("")).isEqualTo(new Pick.Nobody());
    }

    @Test
    void whileTheListCannotBeHadNobodyIsCalledUnknown() {
        assertThat(new AccountBook(List.of(), false).pick("s1")).isEqualTo(new Pick.Nobody());
    }
}
