package io.vedette.e2e.delegation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Giving one camera of more than anybody looks through, in the tenant that is empty before and after. */
@EndToEnd
@Order(22)
class FindTargetIT {
    private String here = "";
    private Behind globex;
    private SignedIn owner;

    @BeforeEach
    void manyCameras(House house) {
        globex = new Behind(house.stack(), "globex");
        owner = house.browser().asGuest();
        here = "/t/globex/people?account=" + house.stack().account("guest").subject();
        String tenant = house.stack().tenant("globex").toString();
        globex.change(
                "insert into site (tenant_id, id, name, time_zone) values (?::uuid, uuidv7(), 'Finding', 'Europe/Berlin')",
                tenant);
        globex.change(
                "insert into camera (tenant_id, id, site_id, name) select ?::uuid, uuidv7(), id, 'Door ' || to_char(n, 'FM00')"
                        + " from site, generate_series(1, 45) n where name = 'Finding'",
                tenant);
    }

    @AfterEach
    void empty() {
        owner.page().navigate("about:blank");
        globex.change("delete from access_grant where camera_id in (select id from camera where name like 'Door __')");
        globex.change("delete from camera where name like 'Door __'");
        globex.change("delete from site where name = 'Finding'");
    }

    @Test
    void whileSomebodyTypesTheListNarrowsAndWhatAloneFitsIsChosen() {
        owner.open(here);
        Page page = owner.page();
        assertThat(page.locator("#target option")).hasCount(20);

        page.locator("#find").pressSequentially("door 3");
        assertThat(page.locator("#target option")).hasCount(14); // both words, anywhere: 03, 13, 23, 30 to 39, 43
        assertThat(page.locator("#target-count")).hasText("14 fit.");
        page.locator("#find").pressSequentially("7");
        assertThat(page.locator("#target-count")).hasText("One fits.");
        give(page);

        assertThat(page.locator("li.grant")).containsText("Door 37");
    }

    @Test
    void byKeyboardEnterGoesIntoTheListAndTheArrowsChoose() {
        owner.open(here);
        Page page = owner.page();

        page.locator("#find").fill("door 4");
        page.keyboard().press("Enter");
        assertThat(page.locator("#target")).isFocused();
        assertThat(page.locator("#target option")).hasCount(10); // 04, 14, 24, 34, 40 to 45
        page.keyboard().press("ArrowDown");

        assertThat(page.locator("#target option:checked").innerText()).contains("Door 14");
        assertThat(page.url()).as("still the same page").endsWith(here);
    }

    @Test
    void withoutScriptsTheButtonNarrowsAndTheFormGives(House house) {
        Page page = house.browser().beside(owner, other -> other.setJavaScriptEnabled(false));
        try {
            page.navigate(house.stack().hub() + here);
            page.locator("#find").fill("door 21");
            page.keyboard().press("Enter");
            assertThat(page.locator("#target option")).hasCount(1);
            assertThat(page.url()).as("the search is in the address").contains("find=door+21");
            give(page);

            assertThat(page.locator("li.grant")).containsText("Door 21");
        } finally {
            page.context().close();
        }
    }

    private static void give(Page page) {
        page.locator("form[action$='/people/grants'] button.main").click();
    }
}
