package io.vedette.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.api.Recorded;
import io.vedette.e2e.browser.LoginPage;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.look.PageCheck;
import io.vedette.e2e.time.Now;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@EndToEnd
@Order(52)
class ServersAwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final PageCheck check = new PageCheck();
    private House house;
    private Stack stack;
    private SignedIn owner;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        stack = house.stack();
        owner = house.browser().asOwner();
    }

    @AfterEach
    void leave() {
        house.mend();
    }

    @Test
    void withoutKeycloakTheSignInSaysSoAndWhoIsInGoesOn() {
        HubApi stranger = HubApi.stranger(stack.hub());
        Page somebody = house.browser().stranger();
        try {
            stack.stop("keycloak");
            Patiently.until(
                    "the hub to notice", PATIENCE, () -> stranger.get("/t/acme").status() == 503);
            Response answer = somebody.navigate(stack.hub() + "/t/acme");
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.headerValue("retry-after")).isEqualTo("10");
            assertThat(somebody.locator("main").innerText())
                    .contains("Nobody can sign in at the moment", "Whoever is signed in can go on");
            check.look("sign-in away", somebody);
            assertThat(check.wrong()).isEmpty();
            assertThat(owner.open("/t/acme")).isEqualTo(200);
            assertThat(owner.open("/t/acme/live/" + stack.camera(Seed.GATE))).isEqualTo(200);

            stack.restart("keycloak");
            Patiently.until(
                    "the hub to notice that it is back",
                    PATIENCE,
                    () -> stranger.get("/t/acme").status() == 302);
            somebody.reload();
            new LoginPage(somebody).signIn(stack.account("guard"));
            assertThat(somebody.url()).isEqualTo(stack.hub() + "/t/acme");
        } finally {
            somebody.context().close();
        }
    }

    @Test
    void withoutPostgresPagesAndProgramsAreToldAndAfterwardsAllGoesOn() {
        HubApi api = owner.api();

        stack.stop("postgres");
        Answer told = api.get("/api/v1/t/acme/cameras");
        assertThat(told.status()).as(told.text()).isEqualTo(503);
        assertThat(told.header("Retry-After")).isEqualTo("5");
        assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(told.json().path("code").asText()).isEqualTo("database-down");
        assertThat(owner.open("/t/acme")).isEqualTo(503);
        assertThat(owner.page().locator("main").innerText()).contains("The database does not answer");
        check.look("database away", owner.page());
        assertThat(check.wrong()).isEmpty();

        stack.restart("postgres");
        Instant back = Now.utc();
        Patiently.until("the page, in the same session", PATIENCE, () -> owner.open("/t/acme") == 200);
        Patiently.until(
                "an agent's next recording",
                PATIENCE,
                () -> Recorded.of(api, gate()).stream()
                        .anyMatch(one -> one.startedAt().isAfter(back)));
        try (SignedIn guard = house.browser().signIn("guard")) {
            assertThat(guard.page().url()).as("Keycloak has its database, too").isEqualTo(stack.hub() + "/t/acme");
        }
    }

    private String gate() {
        return stack.camera(Seed.GATE).toString();
    }
}
