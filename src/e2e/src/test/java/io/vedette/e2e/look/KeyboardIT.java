package io.vedette.e2e.look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.PassableGrant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Nobody needs a mouse. */
@EndToEnd
@Order(18)
class KeyboardIT {
    private House house;
    private Page page;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        page = house.browser().asOwner().page();
    }

    @Test
    void theTabKeyComesToEveryPartOfEveryPageInItsTurnAndIsSeenThere() {
        assertThat(walks(page, HubPages.of(house.stack()))).isEmpty();
    }

    @Test
    void itDoesSoOnThePagesOfAnOperatorAndOfWhoPassesSomethingOn() {
        List<String> wrong = walks(house.browser().asOperator().page(), HubPages.ofOperator(house.stack()));
        try (var grant = PassableGrant.give(house)) {
            wrong.addAll(walks(house.browser().asGuard().page(), HubPages.ofGuard(house.stack(), grant)));
            wrong.addAll(walks(house.browser().asOwner().page(), HubPages.ofGiver(house.stack(), grant)));
        }
        assertThat(wrong).isEmpty();
    }

    private static List<String> walks(Page page, Map<String, String> pages) {
        List<String> wrong = new ArrayList<>();
        pages.forEach((name, address) -> {
            page.navigate(address);
            TabWalk.wrong(page).forEach(fault -> wrong.add(name + ": " + fault));
        });
        return wrong;
    }

    /** A narrow window is that of a phone, and of whoever enlarges the page to read it: its menu lies over the page's foot. */
    @Test
    void inANarrowWindowNoBarLiesOverWhatHasTheFocus() {
        Map<String, String> pages = HubPages.of(house.stack());
        pages.keySet().retainAll(List.of("home", "cameras", "camera", "people"));
        List<String> wrong = narrowWalks(house.browser().asOwner(), pages);
        wrong.addAll(narrowWalks(house.browser().asOperator(), HubPages.ofOperator(house.stack())));
        try (var grant = PassableGrant.give(house)) {
            wrong.addAll(narrowWalks(house.browser().asGuard(), HubPages.ofGuard(house.stack(), grant)));
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> narrowWalks(SignedIn somebody, Map<String, String> pages) {
        Page narrow = house.browser().beside(somebody);
        try {
            narrow.setViewportSize(390, 600);
            return walks(narrow, pages);
        } finally {
            narrow.context().close();
        }
    }

    @Test
    void theFirstLinkLeadsPastTheMenuIntoThePage() {
        page.navigate(house.stack().hub() + "/t/acme/cameras");

        page.keyboard().press("Tab");
        assertThat(page.locator("a.skip")).isFocused();
        assertThat(page.locator("a.skip")).isInViewport();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");

        assertThat((boolean) page.evaluate("document.getElementById('main').contains(document.activeElement)"))
                .as("the next stop is in the page")
                .isTrue();
    }

    @Test
    void aMenuIsOpenedGoneThroughAndLeftByKeys() {
        page.navigate(house.stack().hub() + "/t/acme/me");
        Locator button = page.locator("button.face");
        Locator menu = page.locator("#me");

        button.focus();
        page.keyboard().press("Enter");
        assertThat(menu).isVisible();
        page.keyboard().press("Tab");
        assertThat((boolean) page.evaluate("document.getElementById('me').contains(document.activeElement)"))
                .as("the next stop is in the menu")
                .isTrue();
        page.keyboard().press("Escape");

        assertThat(menu).isHidden();
        assertThat(button).isFocused();
    }
}
