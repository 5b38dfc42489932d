package io.vedette.e2e.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.nio.file.Path;
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
    private static final String PASSWORD = "a-long-night-at-the-gate";
    private static final String ACCOUNT = """
            {"username": "reserve", "email": "reserve@elsewhere.example", "emailVerified": true, "enabled": true,
             "firstName": "Reserve", "lastName": "Guard",
             "credentials": [{"type": "password", "value": "a-long-night-at-the-gate"}]}""";
    private static final Pattern LINK = Pattern.compile("href=\"([^\"]*/realms/[^\"]*)\"");

    private String address = "relief@elsewhere.example";
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

    @Test
    void whoeverHasAnAccountAlreadyJoinsByTheLinkInTheMailAndKeepsWhatTheyHaveElsewhere() {
        address = "reserve@elsewhere.example";
        try (KeycloakAdmin keycloak = new KeycloakAdmin(house.stack())) {
            keycloak.post("/vedette/users", ACCOUNT);
            String id = keycloak.get("/vedette/users?exact=true&email=" + address)
                    .path(0)
                    .path("id")
                    .asText();
            try {
                invite();
                giveTheGate();

                Page page = house.browser().stranger();
                page.navigate(linkInTheMail("/login-actions/action-token?"));
                joinAndSignIn(page);

                page.navigate(house.stack().hub() + "/t/acme/me");
                assertThat(page.locator("li.grant").allInnerTexts())
                        .as(page.url() + " " + page.locator("body").innerText())
                        .singleElement()
                        .asString()
                        .contains("watch live", "Gate");
                assertThat(subject()).as("the account that was there before").isEqualTo(id);
                page.context().close();
            } finally {
                owner.delete("/api/v1/t/acme/accounts/" + id);
                keycloak.delete("/vedette/users/" + id);
            }
        }
    }

    /** Keycloak asks before it lets them in, and then who they are. */
    private void joinAndSignIn(Page page) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("vedette.e2e.target"), "join-by-mail.png")));
        page.locator("#kc-info-message a, a:has-text('proceed')").first().click();
        page.navigate(house.stack().hub() + "/t/acme/me");
        page.fill("input[name=username]", address);
        if (!page.locator("input[type=password]").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.fill("input[type=password]", PASSWORD);
        page.locator("#kc-login").click();
        page.waitForURL(address -> address.startsWith(house.stack().hub().toString()));
    }

    private void invite() {
        SignedIn somebody = house.browser().asOwner();
        somebody.open("/t/acme/people");
        Page page = somebody.page();
        page.locator("details:has(#email) summary").click();
        page.fill("#email", address);
        page.locator("form[action$='/people/invitations'] button").click();
        page.waitForURL("**/people?invitation=*");
        assertThat(page.locator("main").innerText())
                .contains(address + " is invited by", "has sent a mail")
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
                () -> house.mailTo(address)
                        .flatMap(mail -> LINK.matcher(mail)
                                .results()
                                .map(link -> link.group(1).replace("&amp;", "&"))
                                .filter(link -> link.contains(way))
                                .findFirst()));
    }

    private void register(Page page) {
        page.locator("#kc-register-form").waitFor();
        fillIfThere(page, "username", "relief");
        fillIfThere(page, "firstName", "Relief");
        fillIfThere(page, "lastName", "Guard");
        assertThat(page.locator("input[name=email]").inputValue()).isEqualTo(address);
        page.locator("#kc-register-form [type=submit]").click();
    }

    /** Asked for once the address is proved. */
    private static void choosePassword(Page page) {
        page.fill("input[name=password-new]", PASSWORD);
        page.fill("input[name=password-confirm]", PASSWORD);
        page.locator("#kc-submit").click();
    }

    private static void fillIfThere(Page page, String name, String value) {
        if (page.locator("input[name=" + name + "]").count() > 0) {
            page.fill("input[name=" + name + "]", value);
        }
    }

    private String subject() {
        for (var account : owner.get("/api/v1/t/acme/accounts").json().path("accounts")) {
            if (account.path("email").asText().equals(address)) {
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
