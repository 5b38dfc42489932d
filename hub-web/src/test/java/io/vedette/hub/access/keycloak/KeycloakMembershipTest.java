package io.vedette.hub.access.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import io.vedette.contracts.id.TenantId;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.InvitationMail.Outcome;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.tokens.Standing;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What changes at the identity provider; a small server answers as Keycloak does, the real one is met end to end. */
class KeycloakMembershipTest {
    private static final HubWorld WORLD = new HubWorld();
    private static final Email ADDRESS = new Email("relief@elsewhere.example");

    private final List<String> changes = Collections.synchronizedList(new ArrayList<>());
    private final TenantId acme = WORLD.owner.tenant();
    private HttpServer provider;
    private AdminApi admin;
    private volatile int invited = 204;

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext(
                "/realms/vedette/protocol/openid-connect/token",
                exchange -> answer(exchange, 200, "{\"access_token\":\"token\",\"expires_in\":60}"));
        provider.createContext("/admin/realms/vedette/organizations", this::organisations);
        provider.start();
        admin = new AdminApi(
                new LoginSettings(
                        URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/vedette"),
                        "hub",
                        new Secret("a-secret-of-the-hub")),
                WORLD.clock);
    }

    @AfterEach
    void stop() {
        provider.stop(0);
    }

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @Test
    void aMembershipIsEndedButNeverTheAccountOfAManagedMember() throws Unreachable {
        var accounts = new KeycloakAccounts(admin, WORLD.work, WORLD.members);

        accounts.end(acme, new Subject("free"));
        accounts.end(acme, new Subject("managed"));
        accounts.end(acme, new Subject("gone"));

        assertThat(changes).containsExactly("DELETE /organizations/org-1/members/free");
    }

    @Test
    void anInvitationReplacesTheOneThatWaitsForTheSameAddressAndNoOther() throws Unreachable {
        assertThat(new KeycloakInvitations(admin).send(acme, ADDRESS)).isEqualTo(Outcome.SENT);

        assertThat(changes)
                .containsExactly(
                        "DELETE /organizations/org-1/invitations/first",
                        "POST /organizations/org-1/members/invite-user email=relief%40elsewhere.example");
    }

    @Test
    void aMailThatDidNotLeaveIsNoFaultAndAMemberNeedsNone() throws Unreachable {
        invited = 500;
        assertThat(new KeycloakInvitations(admin).send(acme, ADDRESS)).isEqualTo(Outcome.NOT_SENT);
        invited = 409;
        assertThat(new KeycloakInvitations(admin).send(acme, ADDRESS)).isEqualTo(Outcome.MEMBER);

        provider.stop(0);
        assertThatThrownBy(() -> new KeycloakInvitations(admin).send(acme, ADDRESS))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void whoeverIsAMemberWithAnEnabledAccountStandsUnderTheOrganisationsAlias() throws Unreachable {
        var standing = new KeycloakStanding(admin);

        assertThat(standing.of(acme, new Subject("free")))
                .contains(new Standing.Known("acme", "free-user", "Free Person"));
        assertThat(standing.of(acme, new Subject("managed"))).as("disabled").isEmpty();
        assertThat(standing.of(acme, new Subject("gone"))).isEmpty();
        assertThatThrownBy(() -> standing.of(WORLD.stranger.tenant(), new Subject("free")))
                .as("the tenant of no organisation")
                .isInstanceOf(Unreachable.class);

        provider.stop(0);
        assertThatThrownBy(() -> standing.of(acme, new Subject("free"))).isInstanceOf(Unreachable.class);
    }

    private void organisations(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("/admin/realms/vedette", "");
        String method = exchange.getRequestMethod();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!method.equals("GET")) {
            changes.add((method + " " + path + " " + body).strip());
        }
        if (method.equals("POST")) {
            answer(exchange, invited, "");
        } else if (method.equals("DELETE")) {
            answer(exchange, 204, "");
        } else if (path.endsWith("/members/free")) {
            answer(
                    exchange,
                    200,
                    "{\"id\":\"free\",\"membershipType\":\"UNMANAGED\",\"enabled\":true,\"username\":\"free-user\","
                            + "\"firstName\":\"Free\",\"lastName\":\"Person\"}");
        } else if (path.endsWith("/members/managed")) {
            answer(exchange, 200, "{\"id\":\"managed\",\"membershipType\":\"MANAGED\",\"enabled\":false}");
        } else if (path.contains("/members/")) {
            answer(exchange, 404, "{}");
        } else if (path.endsWith("/invitations")) {
            answer(
                    exchange,
                    200,
                    "[{\"id\":\"first\",\"email\":\"relief@elsewhere.example\"},"
                            + "{\"id\":\"other\",\"email\":\"more-relief@elsewhere.example\"}]");
        } else {
            answer(
                    exchange,
                    200,
                    "[{\"id\":\"org-1\",\"alias\":\"acme\",\"enabled\":true,\"attributes\":{\"tenant\":[\"" + acme
                            + "\"]}}]");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
