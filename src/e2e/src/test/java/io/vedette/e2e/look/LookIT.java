package io.vedette.e2e.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@EndToEnd
@Order(15)
class LookIT {
    private House house;
    private Stack stack;
    private final PageCheck check = new PageCheck();

    @BeforeEach
    void enter(House house) {
        this.house = house;
        this.stack = house.stack();
    }

    @Test
    void theSignInPagesCanBeReadAndUsedByEverybody() {
        Page page = house.browser().stranger();
        try {
            look("user name", page, stack.hub() + "/t/acme", "kc-form-login");
            page.locator("#username").fill("owner");
            page.locator("#kc-login").click();
            page.locator("#password").waitFor();
            check.look("password", page);
            page.locator("#password").fill("not the password");
            page.locator("#kc-login").click();
            page.locator("#input-error-password span").waitFor();
            check.look("wrong password", page);
            look("error", page, realm("auth?client_id=hub&redirect_uri=http://127.0.0.1:1/"), "kc-error-message");
            look("sign out", page, realm("logout"), "kc-logout-confirm");
            page.locator("#kc-logout").click();
            page.locator("#kc-info-message")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
            check.look("signed out", page);
        } finally {
            page.context().close();
        }
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void thePagesBehindThePasswordCanBeReadAndUsedByEverybody() {
        Page page = house.browser().stranger();
        try {
            String way = HubApi.stranger(stack.hub()).get("/t/acme").header("Location");
            page.navigate(way + "&kc_action=UPDATE_PASSWORD");
            page.locator("#username").fill("owner");
            page.locator("#kc-login").click();
            page.locator("#password").waitFor();
            String old = String.valueOf(page.locator("#kc-form-login").getAttribute("action"));
            page.locator("#password").fill(stack.account("owner").password().reveal());
            page.locator("#kc-login").click();
            page.locator("#password-new").waitFor();
            check.look("new password", page);
            page.locator("#password-new").fill("short");
            page.locator("#password-confirm").fill("short");
            page.locator("#kc-submit").click();
            page.locator("[role=alert]").waitFor();
            assertThat(page.locator("[role=alert]").innerText()).contains("12");
            check.look("new password refused", page);
            look("page expired", page, old, "loginRestartLink");
        } finally {
            page.context().close();
        }
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void theSignInPagesSpeakGermanToo() {
        Page page = house.browser().stranger();
        try {
            page.navigate(stack.hub() + "/t/acme");
            page.locator("#languages summary").click();
            page.locator("#languages a[lang=de]").click();

            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
            assertThat(page.locator("h1").innerText()).isEqualTo("Anmelden");
            assertThat(page.locator("#kc-login").innerText()).isEqualTo("Weiter");
        } finally {
            page.context().close();
        }
    }

    @Test
    void everyPageOfTheHubCanBeReadAndUsedByEverybody() {
        try (SignedIn owner = house.browser().signIn("owner")) {
            paths().forEach((name, path) -> {
                Response answer = owner.page().navigate(stack.hub() + path);
                assertThat(answer.status()).as(path).isEqualTo(name.equals("not found") ? 404 : 200);
                check.policy(name, answer);
                check.scripts(name, owner.page(), name.equals("live wall") ? ScriptBudget.WALL : ScriptBudget.PAGE);
                check.look(name, owner.page());
            });
        }
        assertThat(check.wrong()).isEmpty();
    }

    /** Every kind of page there is, by a name for it. */
    private Map<String, String> paths() {
        String camera = one("select id::text from camera order by name limit 1");
        String recording = Patiently.the(
                "a recording",
                Duration.ofMinutes(2),
                () -> new Behind(stack, "acme")
                        .column("select id::text from recording order by started_at limit 1").stream()
                                .findFirst());
        Map<String, String> paths = new TreeMap<>();
        paths.put("home", "");
        paths.put("live wall", "/live");
        paths.put("live camera", "/live/" + camera);
        paths.put("recordings", "/recordings");
        paths.put("recording", "/recordings/" + recording);
        paths.put("found", "/found");
        paths.put("uploads", "/uploads");
        paths.put("cameras", "/cameras");
        paths.put("camera", "/cameras/" + camera);
        paths.put("new camera", "/cameras/new");
        paths.put("pair", "/cameras/" + camera + "/pair");
        paths.put("site", "/sites/" + one("select id::text from site limit 1"));
        paths.put("new site", "/sites/new");
        paths.put("people", "/people");
        paths.put("me", "/me");
        paths.put("not found", "/no-such-page");
        paths.replaceAll((name, path) -> "/t/acme" + path);
        return paths;
    }

    private String one(String sql) {
        return new Behind(stack, "acme").column(sql).getFirst();
    }

    private void look(String name, Page page, String address, String part) {
        Response answer = page.navigate(address);
        assertThat(page.locator("#" + part).count()).as(name).isEqualTo(1);
        check.policy(name, answer);
        check.look(name, page);
    }

    private String realm(String path) {
        return stack.keycloak() + "/realms/vedette/protocol/openid-connect/" + path;
    }
}
