package io.vedette.e2e.look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
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
        List<String> wrong = new ArrayList<>();
        HubPages.of(house.stack()).forEach((name, address) -> {
            page.navigate(address);
            TabWalk.wrong(page).forEach(fault -> wrong.add(name + ": " + fault));
        });
        assertThat(wrong).isEmpty();
    }

    /** A narrow window is that of a phone, and of whoever enlarges the page to read it: its menu lies over the page's foot. */
    @Test
    void inANarrowWindowNoBarLiesOverWhatHasTheFocus() {
        List<String> wrong = new ArrayList<>();
        Page narrow = house.browser().beside(house.browser().asOwner());
        try {
            narrow.setViewportSize(390, 600);
            Map<String, String> pages = HubPages.of(house.stack());
            for (String name : List.of("home", "cameras", "camera", "people")) {
                narrow.navigate(pages.get(name));
                TabWalk.wrong(narrow).forEach(fault -> wrong.add(name + ": " + fault));
            }
        } finally {
            narrow.context().close();
        }
        assertThat(wrong).isEmpty();
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
