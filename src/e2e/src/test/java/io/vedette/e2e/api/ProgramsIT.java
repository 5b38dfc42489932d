package io.vedette.e2e.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The interface for programs with the real identity provider, and its page in a real browser. */
@EndToEnd
@Order(15)
class ProgramsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void aTokenOfTheRealmOpensTheInterfaceForWhomItWasMade(House house) {
        String token = Programs.token(house.stack(), house.browser().asOwner());
        HubApi program = HubApi.withToken(house.stack().hub(), token);

        assertThat(program.get("/api/v1/me").json().path("userName").asText()).isEqualTo("owner");
        assertThat(program.get("/api/v1/t/acme/cameras").json().path("cameras")).isNotEmpty();
        assertThat(program.get("/api/v1/t/acme/accounts?limit=2").json().path("accounts"))
                .hasSize(2);
        assertThat(program.get("/api/v1/t/globex/cameras").status()).isEqualTo(404);
        String site =
                program.get("/api/v1/t/acme/sites").json().at("/sites/0/id").asText();
        assertThat(program.post("/api/v1/t/acme/groups", "{\"name\":\"Made by a program\",\"site\":\"" + site + "\"}")
                        .status())
                .isEqualTo(201);
        assertThat(program.get("/t/acme").status())
                .as("a page asks for a sign-in")
                .isEqualTo(302);
    }

    @Test
    void aProgramWatchesLiveWhatItsPersonMayAndNothingElse(House house) {
        String gate = house.stack().camera(Seed.GATE).toString();
        HubApi owner = HubApi.withToken(
                house.stack().hub(),
                Programs.token(house.stack(), house.browser().asOwner()));

        String socket = owner.post("/api/v1/t/acme/cameras/" + gate + "/live", "")
                .json()
                .path("socket")
                .asText();
        assertThat(socket).isEqualTo("/t/acme/socket/live/" + gate);
        try (LiveSocket seen = LiveSocket.watch(owner, "acme", gate);
                LiveSocket foreign = LiveSocket.watch(owner, "globex", gate)) {
            Patiently.until(
                    "pictures for a program", PATIENCE, () -> seen.fragments().size() > 3);
            Patiently.until("a refusal", PATIENCE, () -> foreign.closeCode().isPresent());

            assertThat(foreign.closeCode()).hasValue(4404);
            assertThat(foreign.bytes()).isZero();
        }
    }

    @Test
    void thePageOverTheInterfaceWorksUnderOurPolicy(House house) {
        try (SignedIn owner = house.browser().signIn("owner")) {
            Page page = owner.page();
            List<String> complaints = new CopyOnWriteArrayList<>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            owner.open("/swagger/index.html");
            page.locator("#operations-people-me").waitFor();
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of(System.getProperty("vedette.e2e.target"), "swagger.png")));

            assertThat(page.locator(".opblock").count()).isGreaterThan(20);
            assertThat(complaints).isEmpty();

            page.locator("#operations-people-me button.opblock-summary-control").click();
            page.locator("#operations-people-me button.try-out__btn").click();
            page.locator("#operations-people-me button.execute").click();
            page.locator("#operations-people-me .live-responses-table .response-col_status")
                    .first()
                    .waitFor();
            assertThat(page.locator("#operations-people-me .live-responses-table")
                            .innerText())
                    .contains("200");
        }
    }
}
