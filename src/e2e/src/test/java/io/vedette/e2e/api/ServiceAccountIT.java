package io.vedette.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.KeycloakAdmin;
import io.vedette.stack.demo.Seed;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** A program with an account of its own, made as the guide makes it. */
@EndToEnd
@Order(53)
class ServiceAccountIT {
    private House house;
    private KeycloakAdmin keycloak;
    private HubApi owner;
    private String client;
    private String account;

    @BeforeEach
    void make(House given) {
        house = given;
        keycloak = new KeycloakAdmin(house.stack());
        owner = house.browser().asOwner().api();
        keycloak.post(
                "/vedette/clients", KeycloakAdmin.file("service-account.json").toString());
        client = keycloak.get("/vedette/clients?clientId=archive")
                .path(0)
                .path("id")
                .asText();
        account = keycloak.get("/vedette/clients/" + client + "/service-account-user")
                .path("id")
                .asText();
    }

    @AfterEach
    void remove() {
        try (KeycloakAdmin last = keycloak) {
            last.delete("/vedette/clients/" + client); // and its account
        }
    }

    @Test
    void itIsAMemberWhereItsAccountIsAndHasWhatItIsGivenUntilItIsTakenAway() {
        HubApi nobody = program("access_token", "organization:*");
        assertThat(nobody.get("/api/v1/me").json().path("tenants")).isEmpty();
        assertThat(nobody.get("/api/v1/t/acme/cameras").status()).isEqualTo(404);

        join();
        HubApi archive = program("access_token", "organization:*");
        assertThat(archive.get("/api/v1/t/acme/cameras").json().path("cameras")).isEmpty();
        assertThat(archive.get("/api/v1/t/globex/cameras").status()).isEqualTo(404);
        assertThat(archive.get("/api/v1/t/acme/accounts").status()).isEqualTo(403);
        assertThat(archive.get("/api/v1/operator/tenants").status()).isEqualTo(404);

        give();
        assertThat(archive.get("/api/v1/t/acme/cameras").json().path("cameras")).hasSize(1);
        thePeoplePageSaysWhatItIs();

        assertThat(archive.delete("/api/v1/t/acme/me").status()).isEqualTo(204);
        assertThat(archive.get("/api/v1/t/acme/cameras").status())
                .as("the same token, a moment later")
                .isEqualTo(404);
        var left = owner.get("/api/v1/t/acme/audit?what=member.left&limit=1")
                .json()
                .at("/entries/0");
        assertThat(left.path("actorKind").asText()).isEqualTo("SERVICE");
        assertThat(left.path("actorName").asText()).isEqualTo("archive");
        assertThat(left.path("actorId").asText()).isEqualTo(account);
    }

    @Test
    void noOtherTokenOfTheRealmOpensAnythingAndADisabledAccountGetsNone() {
        join();
        refused("id_token", "openid organization:*");
        keycloak.put("/vedette/clients/" + client, "{\"attributes\":{\"access.token.header.type.rfc9068\":\"false\"}}");
        refused("access_token", "organization:*");
        keycloak.put("/vedette/clients/" + client, "{\"attributes\":{\"access.token.header.type.rfc9068\":\"true\"}}");
        String audience = keycloak.get("/vedette/clients/" + client + "/protocol-mappers/models")
                .path(0)
                .path("id")
                .asText();
        String other = keycloak.get("/vedette/clients/" + client + "/protocol-mappers/models")
                .path(1)
                .path("id")
                .asText();
        keycloak.delete("/vedette/clients/" + client + "/protocol-mappers/models/" + audience);
        keycloak.delete("/vedette/clients/" + client + "/protocol-mappers/models/" + other);
        refused("access_token", "organization:*");

        keycloak.put("/vedette/users/" + account, "{\"enabled\":false}");
        assertThat(Programs.service(keycloak, "archive", secret(), "organization:*")
                        .has("access_token"))
                .isFalse();
    }

    private void refused(String kind, String scope) {
        assertThat(program(kind, scope).get("/api/v1/t/acme/cameras").status())
                .as(kind)
                .isEqualTo(401);
    }

    private void join() {
        keycloak.post("/vedette/organizations/" + keycloak.acme() + "/members", account);
    }

    private void give() {
        assertThat(owner.post(
                                "/api/v1/t/acme/grants",
                                "{\"account\":\"" + account + "\",\"camera\":\""
                                        + house.stack().camera(Seed.GATE) + "\",\"actions\":[\"REPLAY\"]}")
                        .status())
                .isEqualTo(201);
    }

    private void thePeoplePageSaysWhatItIs() {
        Page people = house.browser().asOwner().page();
        people.navigate(house.stack().hub() + "/t/acme/people?account=" + account);
        people.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("vedette.e2e.target"), "service-account.png")));
        assertThat(people.locator("main").innerText()).contains("archive", "Service account");
    }

    private HubApi program(String kind, String scope) {
        String token = Programs.service(keycloak, "archive", secret(), scope)
                .path(kind)
                .asText();
        assertThat(token).isNotEmpty();
        return HubApi.withToken(house.stack().hub(), token);
    }

    private String secret() {
        return keycloak.get("/vedette/clients/" + client + "/client-secret")
                .path("value")
                .asText();
    }
}
