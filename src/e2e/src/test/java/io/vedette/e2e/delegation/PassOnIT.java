package io.vedette.e2e.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.PassableGrant;
import io.vedette.stack.demo.Seed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the guard holds, passed on in part: through the pages, with the account looked up at the real sign-in service. */
@EndToEnd
@Order(21)
class PassOnIT {
    private House house;
    private String gate;
    private PassableGrant grant;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        gate = house.stack().camera(Seed.GATE).toString();
        grant = PassableGrant.give(house);
    }

    @AfterEach
    void leave() {
        grant.close();
    }

    @Test
    void aPartIsPassedOnAndTakenBackAndNobodyElseLearnsOfIt() {
        HubApi guest = house.browser().asGuest().api();
        assertThat(guest.get("/api/v1/t/acme/cameras/" + gate).status()).isEqualTo(404);

        Page page = passOn("nobody-of-this-name");
        assertThat(page.locator("#who-error").innerText()).contains("nobody of this name");
        assertThat(page.locator("#reason").inputValue())
                .as("what was typed stays")
                .isEqualTo("covers for me");

        passOn("guest").waitForURL("**/t/acme/me");
        assertThat(page.locator("li.grant").last().innerText()).contains("watch live", "Gate", "covers for me");
        assertThat(guest.get("/api/v1/t/acme/cameras/" + gate).status()).isEqualTo(200);
        assertThat(guest.get("/api/v1/t/acme/cameras/" + house.stack().camera(Seed.DOCK))
                        .status())
                .isEqualTo(404);

        page.locator("form[action$='/take-back'] button").click();
        page.locator("form[action$='/take-back']")
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
        assertThat(guest.get("/api/v1/t/acme/cameras/" + gate).status()).isEqualTo(404);
    }

    private Page passOn(String who) {
        SignedIn guard = house.browser().asGuard();
        guard.open(grant.page());
        Page page = guard.page();
        page.fill("#who", who);
        page.selectOption("#target", "camera:" + gate);
        page.fill("#reason", "covers for me");
        page.locator("button.main").click();
        return page;
    }
}
