package io.vedette.hub.access.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vedette.contracts.Secret;
import io.vedette.hub.HubWorld;
import io.vedette.hub.access.Account;
import io.vedette.hub.access.Accounts.Unreachable;
import io.vedette.hub.access.Email;
import io.vedette.hub.access.Permission;
import io.vedette.hub.access.Role;
import io.vedette.hub.access.Subject;
import io.vedette.hub.access.Viewer;
import io.vedette.hub.platform.config.HubSettings.LoginSettings;
import io.vedette.hub.platform.web.Problem;
import io.vedette.hub.platform.web.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a small server that answers as Keycloak's admin interface does; the real one is met in the end-to-end tests. */
class KeycloakAccountsTest {
    private static final int MEMBERS = 130;

    private static final HubWorld WORLD = new HubWorld();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private HttpServer provider;
    private KeycloakAccounts accounts;
    private volatile String goodToken = "token-1";
    private volatile String one = "";

    @BeforeEach
    void start() throws IOException {
        provider = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        provider.createContext("/realms/vedette/protocol/openid-connect/token", this::token);
        provider.createContext("/admin/realms/vedette/organizations", this::organisations);
        provider.start();
        var login = new LoginSettings(
                URI.create("http://127.0.0.1:" + provider.getAddress().getPort() + "/realms/vedette"),
                "hub",
                new Secret("a-secret-of-the-hub"));
        accounts = new KeycloakAccounts(new AdminApi(login, WORLD.clock), WORLD.work, WORLD.members);
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
    void everyMemberOfTheOrganisationIsListedPageByPage() throws Unreachable {
        List<Account> all = accounts.all(WORLD.owner);

        assertThat(all).hasSize(MEMBERS);
        assertThat(all.getFirst().role()).isEqualTo(Role.VIEWER);
        assertThat(all).extracting(Account::name).contains("guard 7").isSorted();
    }

    @Test
    void whoeverReadsTheAuditLogReadsTheNamesInItAndAViewerReadsNone() throws Unreachable {
        Role auditor = Role.ADMIN.within(Set.of(Permission.AUDIT));

        assertThat(accounts.all(new Viewer(WORLD.owner.tenant(), new Subject("auditor"), auditor)))
                .hasSize(MEMBERS);
        assertThatThrownBy(() -> accounts.all(WORLD.guard))
                .isInstanceOf(Refusal.class)
                .extracting(refusal -> ((Refusal) refusal).problem())
                .isEqualTo(Problem.MISSING_RIGHT);
    }

    @Test
    void anAddressIsWhoseItIsProvedToBeAndNobodyElseWhateverTheyAreCalled() throws Unreachable {
        one = """
                {"id":"s-1","username":"chief@partner.example","email":"other@partner.example","emailVerified":true},
                {"id":"s-2","username":"liar","email":"chief@partner.example","emailVerified":false},
                {"id":"s-3","username":"chief","email":"Chief@partner.example","emailVerified":true}""";

        assertThat(named("chief@partner.example")).contains("s-3");
        assertThat(named("CHIEF")).contains("s-3");
        assertThat(named("liar")).contains("s-2");

        one = one.lines().limit(2).collect(Collectors.joining()).replaceFirst(",$", "");
        assertThat(named("chief@partner.example")).isEmpty();
        assertThat(accounts.holding(WORLD.owner.tenant(), new Email("chief@partner.example")))
                .as("who is asked to invite it learns that it is taken")
                .isPresent();
    }

    @Test
    void theAccountOfAClientIsAServiceAccountAndSomebodyWithAnAddressIsNone() throws Unreachable {
        one = """
                {"id":"s-1","username":"service-account-archive","emailVerified":false},
                {"id":"s-2","username":"service-account-me","email":"me@partner.example","emailVerified":false}""";

        List<Account> all = accounts.all(WORLD.owner);

        assertThat(all).extracting(Account::name).containsExactly("archive", "service-account-me");
        assertThat(all).extracting(Account::service).containsExactly(true, false);
    }

    private java.util.Optional<String> named(String text) throws Unreachable {
        return accounts.named(WORLD.owner.tenant(), text)
                .map(account -> account.subject().value());
    }

    @Test
    void theOrganisationIsTheOneWithTheTenantsIdAndNoOther() {
        assertThatThrownBy(() -> accounts.all(WORLD.stranger))
                .isInstanceOf(Unreachable.class)
                .hasMessageContaining("no organisation");
    }

    @Test
    void oneTokenServesUntilShortlyBeforeItsEndAndAgainWhenItWasRevoked() throws Unreachable {
        accounts.all(WORLD.owner);
        accounts.all(WORLD.owner);
        assertThat(tokensAsked()).isEqualTo(1);

        goodToken = "token-2";
        accounts.all(WORLD.owner);
        assertThat(tokensAsked()).isEqualTo(2);

        WORLD.clock.move(java.time.Duration.ofSeconds(55));
        accounts.all(WORLD.owner);
        assertThat(tokensAsked()).isEqualTo(3);
    }

    @Test
    void aProviderThatIsAwayIsSaidToBeAway() {
        provider.stop(0);

        assertThatThrownBy(() -> accounts.all(WORLD.owner)).isInstanceOf(Unreachable.class);
    }

    @Test
    void whoeverMayNotDelegateLearnsNothing() {
        assertThatThrownBy(() -> accounts.all(WORLD.guard))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.problem()).isEqualTo(Problem.MISSING_RIGHT));
        assertThat(asked).isEmpty();
    }

    private long tokensAsked() {
        return asked.stream().filter(path -> path.endsWith("/token")).count();
    }

    private void token(HttpExchange exchange) throws IOException {
        answer(exchange, 200, "{\"access_token\":\"" + goodToken + "\",\"expires_in\":60}");
    }

    private void organisations(HttpExchange exchange) throws IOException {
        if (!("Bearer " + goodToken).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{}");
        } else if (exchange.getRequestURI().getPath().endsWith("/members")) {
            int first = Integer.parseInt(exchange.getRequestURI().getQuery().replaceFirst(".*first=(\\d+).*", "$1"));
            answer(exchange, 200, one.isEmpty() ? members(first) : "[" + one + "]");
        } else {
            answer(
                    exchange,
                    200,
                    "[{\"id\":\"org-1\",\"alias\":\"acme\",\"attributes\":{\"tenant\":[\"" + WORLD.owner.tenant()
                            + "\"]}}]");
        }
    }

    private static String members(int first) {
        return IntStream.range(first, Math.min(first + 100, MEMBERS))
                .mapToObj(i -> "{\"id\":\"s" + i + "\",\"username\":\"guard" + i
                        + "\",\"firstName\":\"guard\",\"lastName\":\"" + i + "\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void answer(HttpExchange exchange, int status, String body) throws IOException {
        asked.add(exchange.getRequestURI().getPath());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
