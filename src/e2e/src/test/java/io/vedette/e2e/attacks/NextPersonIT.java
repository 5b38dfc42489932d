package io.vedette.e2e.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.vedette.e2e.browser.LoginPage;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.look.HubPages;
import io.vedette.e2e.time.Patiently;
import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whoever sits at the browser after somebody signed out finds nothing of theirs. */
@EndToEnd
@Order(27)
class NextPersonIT {
    private static final String STORES =
            "async () => JSON.stringify([{...localStorage}, {...sessionStorage}, (await indexedDB.databases()).length,"
                    + " (await caches.keys()).length, document.cookie])";

    @Test
    void theBackButtonShowsNoPageAndNoPicture(House house) {
        String recording = Patiently.the(
                "a recording with a picture",
                Duration.ofMinutes(3),
                () -> new Behind(house.stack(), "acme")
                        .column("select id::text from recording where thumbnail limit 1").stream()
                                .findFirst());
        try (SignedIn owner = house.browser().signIn("owner")) {
            Page page = owner.page();
            assertThat(owner.open("/t/acme/recordings/" + recording)).isEqualTo(200);
            String picture = "/t/acme/media/" + recording + ".jpg";
            assertThat(status(page, picture)).isEqualTo(200);
            assertThat(owner.open("/t/acme/cameras")).isEqualTo(200);
            assertThat(page.locator("main").innerText()).contains("Gate");

            page.locator("form[action='/login/end'] button").dispatchEvent("click");
            page.locator("#kc-login").waitFor();

            int asked = 0;
            for (int back = 0; back < 4; back++) {
                asked += back(page) ? 1 : 0;
                assertThat(page.locator("body").innerText()).doesNotContain("Gate", "Loading dock");
            }
            assertThat(asked)
                    .as("the pages are there to go back to, and the hub is asked for them anew")
                    .isPositive();
            page.navigate(house.stack().hub() + "/t/acme/recordings/" + recording);
            assertThat(new LoginPage(page).isShown()).isTrue();
            page.navigate(house.stack().hub() + "/assets/icons.svg");
            assertThat(status(page, picture)).isNotEqualTo(200);
        }
    }

    @Test
    void theBrowserKeepsNothingSecret(House house) {
        Page page = house.browser().beside(house.browser().asOwner());
        try {
            HubPages.of(house.stack()).forEach((name, address) -> {
                page.navigate(address);
                assertThat(page.evaluate(STORES).toString())
                        .as(name)
                        .doesNotContain("eyJ", "csrf", "vedette")
                        .endsWith("0,0,\"\"]");
            });
        } finally {
            page.context().close();
        }
    }

    /** Whether the hub was asked; a form that was sent is not sent again by going back to it, which the browser says instead. */
    private static boolean back(Page page) {
        try {
            return page.goBack() != null;
        } catch (PlaywrightException e) {
            assertThat(e).hasMessageContaining("ERR_CACHE_MISS");
            return false;
        }
    }

    /** From whatever the browser has kept, if it has. */
    private static int status(Page page, String path) {
        String ask = "path => fetch(path, {cache: 'force-cache', redirect: 'manual'}).then(answer => answer.status)";
        return ((Number) page.evaluate(ask, path)).intValue();
    }
}
