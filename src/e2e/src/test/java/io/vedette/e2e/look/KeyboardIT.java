package io.vedette.e2e.look;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import java.util.ArrayList;
import java.util.List;
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
