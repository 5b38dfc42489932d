package io.vedette.hub.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.vedette.hub.access.Account;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.platform.web.PageAsk;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountPageTest {
    private final List<Account> all = new ArrayList<>(IntStream.range(0, 5)
            .mapToObj(i -> account(i, i < 3 ? "Same Name" : "Zoe " + i))
            .toList());

    @Test
    void thePagesTogetherAreEverybodyOnceAlsoWithEqualNames() {
        assertThat(walk(2)).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void nobodyIsSkippedWhenSomebodyLeavesBetweenTwoPages() {
        PageAsk.Slice<Account> first = page("2", null);
        all.remove(first.entries().getFirst());

        PageAsk.Slice<Account> second = page("2", cursor(first));

        assertThat(second.entries())
                .doesNotContainAnyElementsOf(first.entries())
                .hasSize(2);
    }

    private List<Account> walk(int limit) {
        List<Account> seen = new ArrayList<>();
        PageAsk.Slice<Account> page = page(String.valueOf(limit), null);
        seen.addAll(page.entries());
        while (page.next() != null) {
            page = page(String.valueOf(limit), cursor(page));
            seen.addAll(page.entries());
        }
        return seen;
    }

    private PageAsk.Slice<Account> page(String limit, String cursor) {
        var ask = PageAsk.of("accounts", limit, cursor);
        return ask.slice(AccountPage.of(all, ask), AccountPage::key, AccountPage::id, "/accounts", Map.of());
    }

    private static String cursor(PageAsk.Slice<Account> page) {
        return page.next().replaceFirst(".*cursor=", "");
    }

    private static Account account(int number, String name) {
        var id = UUID.nameUUIDFromBytes(new byte[] {(byte) number});
        return new Account(new Subject(id.toString()), name, "user" + number, "", false, false, Role.VIEWER);
    }
}
