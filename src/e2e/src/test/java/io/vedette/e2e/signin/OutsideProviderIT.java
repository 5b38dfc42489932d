package io.vedette.e2e.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.KeycloakAdmin;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * People of an organisation that has a sign-in of its own; a second realm stands in for it. It is linked as the guide does it, but
 * for the policy of the sign-in pages: this one has Keycloak's own origin.
 */
@EndToEnd
@Order(53)
class OutsideProviderIT {
    private House house;
    private String keycloak;
    private KeycloakAdmin admin;
    private String acme;
    private String before;

    @BeforeEach
    void link(House given) {
        house = given;
        keycloak = house.stack().keycloak().toString();
        admin = new KeycloakAdmin(house.stack());
        acme = admin.acme();
        before = admin.get("/vedette/organizations/" + acme).toString();
        admin.post("", OUTSIDE.replace("KEYCLOAK", keycloak));
        admin.post("/vedette/identity-provider/instances", provider().toString());
        admin.put(
                "/vedette/organizations/" + acme,
                before.replace("\"domains\":[", "\"domains\":[{\"name\":\"partner.example\",\"verified\":true},"));
        admin.post("/vedette/organizations/" + acme + "/identity-providers", "partner");
    }

    @AfterEach
    void unlink() {
        try (KeycloakAdmin last = admin) {
            last.get("/vedette/users?search=partner.example")
                    .forEach(user ->
                            last.delete("/vedette/users/" + user.path("id").asText()));
            last.delete("/vedette/identity-provider/instances/partner");
            last.put("/vedette/organizations/" + acme, before);
            last.delete("/outside");
        }
    }

    @Test
    void whoeverHasAnAddressOfTheDomainSignsInAtTheirOwnProviderAndLandsAsAViewerWithoutGrants() {
        Page page = signInOutside("newcomer@partner.example", "newcomer@partner.example");
        page.waitForURL(house.stack().hub() + "/t/acme/me");

        assertThat(page.locator(".page-head").innerText()).contains("New Comer", "Viewer");
        assertThat(page.locator("li.grant").count()).isZero();
        assertThat(accounts()).contains("newcomer@partner.example");
        page.navigate(house.stack().hub() + "/t/globex/me");
        assertThat(page.locator("main").innerText()).contains("Not found");
        page.context().close();
    }

    @Test
    void whoComesFromThereWithSomebodyElsesAddressDoesNotBecomeThem() {
        Page page = signInOutside("liar@partner.example", "liar");
        page.locator("input[name=email]").waitFor();

        assertThat(page.url()).startsWith(keycloak + "/realms/vedette/login-actions/first-broker-login");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("vedette.e2e.target"), "first-broker-login.png")));
        page.locator("input[type=submit], button[type=submit]").last().click();
        page.getByText("does not match").waitFor();
        assertThat(page.url()).as("insisting does not help").startsWith(keycloak);

        page.fill("input[name=email]", "chief@partner.example");
        page.locator("input[type=submit], button[type=submit]").last().click();
        page.waitForURL("**/required-action?execution=VERIFY_EMAIL*");
        var chief = admin.get("/vedette/users?email=chief@partner.example").path(0);
        assertThat(chief.path("emailVerified").asBoolean(true))
                .as("nobody has proved that it is theirs")
                .isFalse();
        Page people = house.browser().asOwner().page();
        people.navigate(house.stack().hub() + "/t/acme/people?account="
                + chief.path("id").asText());
        assertThat(people.locator("main").innerText()).contains("chief@partner.example (not verified)");
        page.context().close();
    }

    private Page signInOutside(String typed, String userName) {
        Page page = house.browser().stranger();
        page.navigate(house.stack().hub() + "/t/acme/me");
        page.fill("input[name=username]", typed);
        page.locator("#kc-login").click();
        page.waitForURL("**/realms/outside/**");
        page.fill("input[name=username]", userName);
        page.fill("input[name=password]", "a-word-of-the-partner");
        page.locator("#kc-login").click();
        return page;
    }

    private String accounts() {
        HubApi owner = house.browser().asOwner().api();
        return owner.get("/api/v1/t/acme/accounts").text();
    }

    private ObjectNode provider() {
        ObjectNode ours = KeycloakAdmin.file("outside-provider.json");
        var config = (ObjectNode) admin.post(
                "/vedette/identity-provider/import-config",
                "{\"providerId\":\"oidc\",\"fromUrl\":\"" + keycloak
                        + "/realms/outside/.well-known/openid-configuration\"}");
        config.remove("logoutUrl");
        config.setAll((ObjectNode) ours.path("config"));
        config.put("clientId", "vedette")
                .put("clientSecret", "between-the-two")
                .put("kc.org.domain", "partner.example");
        ours.put("alias", "partner").set("config", config);
        return ours;
    }

    private static final String OUTSIDE = """
            {"realm": "outside", "enabled": true,
             "clients": [{"clientId": "vedette", "publicClient": false, "secret": "between-the-two", "standardFlowEnabled": true,
                          "redirectUris": ["KEYCLOAK/realms/vedette/broker/partner/endpoint"]}],
             "users": [{"username": "newcomer@partner.example", "email": "newcomer@partner.example", "emailVerified": true,
                        "enabled": true, "firstName": "New", "lastName": "Comer",
                        "credentials": [{"type": "password", "value": "a-word-of-the-partner", "temporary": false}]},
                       {"username": "liar", "email": "guard@acme.example", "emailVerified": true,
                        "enabled": true, "firstName": "Some", "lastName": "Liar",
                        "credentials": [{"type": "password", "value": "a-word-of-the-partner", "temporary": false}]}]}""";
}
