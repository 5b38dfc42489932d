package io.vedette.e2e.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * The owner is signed in and comes by a page of another site in the same browser. {@code localhost} is another site than
 * {@code 127.0.0.1}, and one from which a browser does ask the hub.
 */
@EndToEnd
@Order(27)
class OtherSiteIT {
    private static final String ELSEWHERE = "http://localhost:1/elsewhere.html";

    private SignedIn owner;
    private Page page;
    private String hub;
    private String picture;

    @BeforeEach
    void enter(House house) {
        owner = house.browser().asOwner();
        hub = house.stack().hub().toString();
        picture = "/t/acme/media/"
                + Patiently.the(
                        "a recording with a picture",
                        Duration.ofMinutes(3),
                        () -> new Behind(house.stack(), "acme")
                                .column("select id::text from recording where thumbnail limit 1").stream()
                                        .findFirst())
                + ".jpg";
        page = house.browser().beside(owner);
    }

    @AfterEach
    void leave() {
        page.context().close();
    }

    @Test
    void showsNoPictureAndNoPageOfTheHub() {
        String html = "<img id=p src='%s%s'><iframe id=f src='%s/t/acme'></iframe>".formatted(hub, picture, hub);

        planted(hub + "/planted.html", html);
        assertThat(width()).as("on the hub's own pages it is a picture").isPositive();

        planted(ELSEWHERE, html);
        assertThat(width()).isZero();
        assertThat(page.frames()).hasSize(2);
        assertThat(page.frames().getLast().url()).startsWith("chrome-error:");
    }

    @Test
    void readsNothingOfTheHub() {
        String ask = "url => fetch(url, {credentials: 'include'}).then(answer => answer.text(), () => 'refused')";

        planted(hub + "/planted.html", "");
        assertThat(page.evaluate(ask, hub + "/api/v1/me").toString())
                .as("the hub's own pages do")
                .contains("csrf");

        planted(ELSEWHERE, "");
        for (String path : new String[] {"/api/v1/me", "/api/v1/t/acme/cameras", "/t/acme", picture}) {
            assertThat(page.evaluate(ask, hub + path)).as(path).isEqualTo("refused");
        }
    }

    @Test
    void writesNothingInTheOwnersName() {
        HubApi api = owner.api();
        String form = "<form method=post action='%s/t/acme/people/teams'><input name=team-name value=%s>%s</form>";
        page.navigate(hub + "/t/acme");
        String token = "<input name=csrf value='%s'>"
                .formatted(page.locator("meta[name=csrf]").getAttribute("content"));

        send(hub + "/planted.html", form.formatted(hub, "Own", token));
        assertThat(teams(api)).as("the hub's own pages do").contains("Own");

        send(ELSEWHERE, form.formatted(hub, "Planted", token));
        send(hub + "/planted.html", form.formatted(hub, "Planted", ""));
        assertThat(teams(api)).doesNotContain("Planted");
    }

    private void send(String address, String form) {
        planted(address, form);
        page.evaluate("document.forms[0].submit()");
        page.waitForURL(url -> !url.equals(address) && url.startsWith("http://127.0.0.1"));
    }

    private static String teams(HubApi api) {
        return api.get("/api/v1/t/acme/teams").text();
    }

    @AfterEach
    void noTeam() {
        owner.api().get("/api/v1/t/acme/teams").json().path("teams").forEach(team -> {
            if (team.path("name").asText().equals("Own")) {
                owner.api().delete("/api/v1/t/acme/teams/" + team.path("id").asText());
            }
        });
    }

    /** A page as somebody else's server would send it: with none of the hub's headers. */
    private void planted(String address, String html) {
        BrowserContext context = page.context();
        context.unroute(address);
        context.route(
                address,
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html")
                        .setBody("<!doctype html><title>planted</title>" + html)));
        page.navigate(address);
    }

    private int width() {
        return ((Number) page.evaluate("document.getElementById('p').naturalWidth")).intValue();
    }
}
