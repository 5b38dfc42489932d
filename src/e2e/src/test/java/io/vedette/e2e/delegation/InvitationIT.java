package io.vedette.e2e.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** From a form of the hub by a mail of the real sign-in service to somebody who sees one camera; and out again. */
@EndToEnd
@Order(51)
class InvitationIT {
    private static final String ADDRESS = "relief@elsewhere.example";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*/realms/[^\"]*)\"");

    private House house;
    private HubApi owner;
    private String gate;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        gate = house.stack().camera(Seed.GATE).toString();
        owner = house.browser().asOwner().api();
    }

    @AfterEach
    void leave() {
        new Behind(house.stack(), "acme").change("delete from invitation");
    }

    @Test
    void whoeverIsInvitedByMailSeesWhatTheInvitationGivesUntilTheyAreSuspendedOrRemoved() {
        invite();
        giveTheGate();

        Page page = house.browser().stranger();
        page.navigate(linkInTheMail("/registrations?"));
        register(page);
        page.navigate(linkInTheMail("/login-actions/action-token?")); // the address is verified by a mail of its own
        choosePassword(page);
        page.waitForURL(address -> address.startsWith(house.stack().hub().toString()));
        page.navigate(house.stack().hub() + "/t/acme/me");
        assertThat(page.locator("li.grant").allInnerTexts())
                .as(page.url() + " " + page.locator("body").innerText())
                .singleElement()
                .asString()
                .contains("watch live", "Gate");
        assertThat(page.navigate(house.stack().hub() + "/t/acme/cameras/" + gate)
                        .status())
                .isEqualTo(200);
        assertThat(page.navigate(house.stack().hub() + "/t/acme/cameras/"
                                + house.stack().camera(Seed.DOCK))
                        .status())
                .isEqualTo(404);

        String id = subject();
        membership("suspend", id);
        assertThat(page.navigate(house.stack().hub() + "/t/acme/me").status()).isEqualTo(403);
        assertThat(page.locator("h1").innerText()).contains("suspended");
        membership("lift", id);
        assertThat(page.navigate(house.stack().hub() + "/t/acme/me").status()).isEqualTo(200);

        assertThat(owner.delete("/api/v1/t/acme/accounts/" + id).status()).isEqualTo(204);
        assertThat(page.navigate(house.stack().hub() + "/t/acme/me").status()).isEqualTo(404);
        assertThat(owner.get("/api/v1/t/acme/grants").text()).doesNotContain(id);
        page.context().close();
    }

    private void invite() {
        SignedIn somebody = house.browser().asOwner();
        somebody.open("/t/acme/people");
        Page page = somebody.page();
        page.locator("details:has(#email) summary").click();
        page.fill("#email", ADDRESS);
        page.locator("form[action$='/people/invitations'] button").click();
        page.waitForURL("**/people?invitation=*");
        assertThat(page.locator("main").innerText())
                .contains(ADDRESS + " is invited by", "has sent a mail")
                .doesNotContain("No mail has left");
    }

    private void giveTheGate() {
        Page page = house.browser().asOwner().page();
        page.selectOption("#target", "camera:" + gate);
        page.locator("form[action$='/people/grants'] button.main").click();
        page.waitForURL("**/people?invitation=*");
        assertThat(page.locator("li.grant").innerText()).contains("somebody who is invited", "Gate");
    }

    private String linkInTheMail(String way) {
        return Patiently.the(
                "a mail that leads to " + way,
                Duration.ofSeconds(30),
                () -> house.mailTo(ADDRESS)
                        .flatMap(mail -> LINK.matcher(mail)
                                .results()
                                .map(link -> link.group(1).replace("&amp;", "&"))
                                .filter(link -> link.contains(way))
                                .findFirst()));
    }

    private static void register(Page page) {
        page.locator("#kc-register-form").waitFor();
        fillIfThere(page, "username", "relief");
        fillIfThere(page, "firstName", "Relief");
        fillIfThere(page, "lastName", "Guard");
        assertThat(page.locator("input[name=email]").inputValue()).isEqualTo(ADDRESS);
        page.locator("#kc-register-form [type=submit]").click();
    }

    /** Asked for once the address is proved. */
    private static void choosePassword(Page page) {
        page.fill("input[name=password-new]", "a-long-night-at-the-gate");
        page.fill("input[name=password-confirm]", "a-long-night-at-the-gate");
        page.locator("#kc-submit").click();
    }

    private static void fillIfThere(Page page, String name, String value) {
        if (page.locator("input[name=" + name + "]").count() > 0) {
            page.fill("input[name=" + name + "]", value);
        }
    }

    private String subject() {
        for (var account : owner.get("/api/v1/t/acme/accounts").json().path("accounts")) {
            if (account.path("email").asText().equals(ADDRESS)) {
                return account.path("id").asText();
            }
        }
        throw new AssertionError("nobody with this address is a member");
    }

    private void membership(String act, String id) {
        SignedIn somebody = house.browser().asOwner();
        somebody.open("/t/acme/people?account=" + id);
        somebody.page()
                .locator("form[action$='/membership/" + act + "'] button")
                .click();
        somebody.page()
                .locator("form[action$='/membership/" + (act.equals("lift") ? "suspend" : "lift") + "']")
                .waitFor();
    }
}
