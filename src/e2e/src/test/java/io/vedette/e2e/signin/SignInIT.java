package io.vedette.e2e.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.vedette.e2e.api.Answer;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.browser.LoginPage;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Account;
import io.vedette.stack.demo.People;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@EndToEnd
@Order(10)
class SignInIT {
    private House house;
    private Stack stack;
    private HubApi stranger;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        this.stack = house.stack();
        this.stranger = HubApi.stranger(stack.hub());
    }

    @Test
    void everyAccountComesInThroughKeycloak() {
        for (Account account : stack.accounts()) {
            try (SignedIn somebody = house.browser().signIn(account.name())) {
                String home = "/t/acme";
                if (account.role().equals(People.OPERATOR)) {
                    assertThat(somebody.page().locator("main").innerText()).contains("Not found");
                    somebody.page().navigate(stack.hub() + "/");
                    home = "/operator";
                }
                assertThat(somebody.page().url()).as(account.name()).isEqualTo(stack.hub() + home);
                assertThat(somebody.page().locator("nav.rail").isVisible())
                        .as(account.name())
                        .isTrue();
            }
        }
    }

    @Test
    void theOriginalAddressIsKeptWithItsQuery() {
        Page page = house.browser().stranger();
        page.navigate(stack.hub() + "/t/acme?day=2026-11-20&q=a%20b");

        new LoginPage(page).signIn(stack.account("owner"));

        assertThat(page.url()).isEqualTo(stack.hub() + "/t/acme?day=2026-11-20&q=a%20b");
        page.context().close();
    }

    @Test
    void aWrongPasswordStaysAtTheLogin() {
        Page page = house.browser().stranger();
        page.navigate(stack.hub() + "/");
        page.locator("input[name=username]").fill("guard");
        if (!page.locator("input[type=password]").isVisible()) {
            page.locator("#kc-login").click();
        }
        page.locator("input[type=password]").fill("not the password");
        page.locator("#kc-login").click();

        page.getByText("User name or password is wrong").waitFor();
        assertThat(page.url()).startsWith(stack.keycloak().toString());
        assertThat(page.locator("#forgotten").innerText()).as("what to do next").contains("owner of your organisation");
        page.context().close();
    }

    @Test
    void theWayToKeycloakCarriesAnS256Challenge() {
        String location = stranger.get("/t/acme").header("Location");

        assertThat(location).startsWith(stack.keycloak() + "/realms/vedette/protocol/openid-connect/auth");
        assertThat(location)
                .contains("code_challenge_method=S256")
                .containsPattern("code_challenge=[A-Za-z0-9_-]{43}(&|$)");
        assertThat(location).contains("state=").contains("nonce=").doesNotContain("client_secret");
    }

    @Test
    void keycloakRefusesAHubThatForgetsTheChallenge() {
        String without = stranger.get("/t/acme").header("Location").replaceAll("&?code_challenge[^&]*", "");
        Page page = house.browser().stranger();

        page.navigate(without);

        // an error of the protocol comes back to the hub, where it is a sign-in that did not finish
        assertThat(page.locator("#kc-login").count()).isZero();
        assertThat(page.url()).startsWith(stack.hub() + "/login/callback").contains("error=invalid_request");
        page.context().close();
    }

    @Test
    void signingOutEndsTheSessionAndShowsTheLoginAgain() {
        try (SignedIn owner = house.browser().signIn("owner")) {
            HubApi session = owner.api();
            assertThat(session.get("/t/acme").status()).isEqualTo(200);

            owner.page().locator("form[action='/login/end'] button").dispatchEvent("click");
            owner.page().locator("#kc-login").waitFor();

            assertThat(session.get("/t/acme").status()).isEqualTo(302);
            owner.open("/t/acme");
            assertThat(new LoginPage(owner.page()).isShown()).isTrue();
        }
    }

    @Test
    void anEndedSessionIsSaidAndTheSignInLeadsBackToThePage() {
        try (SignedIn guard = house.browser().signIn("guard")) {
            Page page = guard.page();
            String where = stack.hub() + "/t/acme/found?place=vault";
            endSessions(page);

            page.navigate(where);
            assertThat(page.locator("main").innerText()).contains("Your session ended", "you come back here");
            page.locator("main a.button").click();
            new LoginPage(page).signIn(stack.account("guard"));

            assertThat(page.url()).isEqualTo(where);
        }
    }

    @Test
    void aSessionThatEndedHereAloneComesBackWithoutAWord() {
        try (SignedIn guard = house.browser().signIn("guard")) {
            Page page = guard.page();
            page.context().clearCookies(new BrowserContext.ClearCookiesOptions().setName("vedette"));

            assertThat(guard.open("/t/acme")).isEqualTo(200);
            assertThat(page.url()).isEqualTo(stack.hub() + "/t/acme");
        }
    }

    @Test
    void whatWasTypedIsThereAgainAfterTheSignInAndNothingWasSavedMeanwhile() {
        try (SignedIn owner = house.browser().signIn("owner")) {
            Page page = owner.page();
            owner.open("/t/acme/sites/new");
            page.locator("#site").fill("Typed too late");
            page.locator("#zone").selectOption("Asia/Kathmandu");
            endSessions(page);
            page.locator("main form button.main").click();

            assertThat(page.locator("main").innerText()).contains("Your session ended", "Nothing was saved");
            page.locator("main a.button").click();
            new LoginPage(page).signIn(stack.account("owner"));

            assertThat(page.url()).isEqualTo(stack.hub() + "/t/acme/sites/new");
            page.locator("#kept-words").waitFor();
            assertThat(page.locator("#site").inputValue()).isEqualTo("Typed too late");
            assertThat(page.locator("#zone").inputValue()).isEqualTo("Asia/Kathmandu");
            assertThat(new Behind(stack, "acme").column("select name from site"))
                    .doesNotContain("Typed too late");
            page.reload();
            assertThat(page.locator("#site").inputValue()).as("once").isEmpty();
        }
    }

    /** At the hub and at Keycloak; the browser keeps the sign that it was signed in, which tells it from a stranger's. */
    private static void endSessions(Page page) {
        var all = page.context().cookies();
        page.context().clearCookies();
        page.context()
                .addCookies(all.stream()
                        .filter(cookie -> cookie.name.endsWith("vedette-seal"))
                        .toList());
    }

    @Test
    void aForgedReturnFromTheLoginIsASentenceNotAStackTrace() {
        Page page = house.browser().stranger();

        Response answer = page.navigate(stack.hub() + "/login/callback?state=forged&code=stolen");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(page.locator("h1").innerText()).isEqualTo("The sign-in did not finish");
        assertThat(page.content()).doesNotContain("Exception").doesNotContain("\tat ");
        page.context().close();
    }

    @Test
    void aStrangersReturnDoesNotFinishTheSignInOfAnother() {
        Answer begun = stranger.get("/t/acme");
        String state = begun.header("Location").replaceFirst(".*[?&]state=([^&]*).*", "$1");

        assertThat(stranger.get("/login/callback?state=" + state + "&code=any").status())
                .as("the right state without the session that it was made for")
                .isEqualTo(400);
    }

    @Test
    void whoeverBelongsToTwoTenantsSeesBothAndSwitches() {
        try (SignedIn guest = house.browser().signIn("guest")) {
            assertThat(guest.open("/t/acme")).isEqualTo(200);
            assertThat(guest.page().locator("#tenants a[href='/t/globex']").count())
                    .isEqualTo(1);
            assertThat(guest.open("/t/globex")).isEqualTo(200);
            assertThat(guest.page().locator(".topbar").innerText()).contains("Globex");
        }
    }

    @Test
    void aTenantOneDoesNotBelongToIsNotThere() {
        SignedIn owner = house.browser().asOwner();
        int strange = owner.open("/t/globex");
        String words = owner.page().locator("main").innerText();

        assertThat(strange).isEqualTo(404);
        assertThat(owner.open("/t/no-such-tenant")).isEqualTo(404);
        assertThat(owner.page().locator("main").innerText())
                .as("not a word that tells the two apart")
                .isEqualTo(words);
    }

    @Test
    void withoutASessionTheInterfaceAnswersAProblemAndNoLogin() {
        for (String path : List.of("/api/v1/t/acme/cameras", "/api/v1/t/no-such-tenant/cameras", "/api/v1/nothing")) {
            Answer answer = stranger.get(path);
            assertThat(answer.status()).as(path).isEqualTo(401);
            assertThat(answer.header("Content-Type")).as(path).startsWith("application/problem+json");
            assertThat(answer.header("Location")).as(path).isEmpty();
        }
    }

    @Test
    void withoutASessionThereAreNoMediaBytes() {
        assertThat(stranger.get("/t/acme/media/0190f5f0-0000-7000-8000-000000000000.mp4")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void aWriteWithoutTheSecretOfTheSessionIsRefused() {
        HubApi owner = house.browser().asOwner().api();

        assertThat(owner.postForged("/login/end").status()).isEqualTo(403);
        assertThat(owner.get("/t/acme").status()).as("still signed in").isEqualTo(200);
    }

    @Test
    void everyAnswerCarriesTheHeaders() {
        HubApi owner = house.browser().asOwner().api();
        List<Answer> answers = List.of(
                stranger.get("/t/acme"),
                stranger.get("/api/v1/nothing"),
                stranger.get("/login/callback?state=forged&code=x"),
                owner.get("/t/acme"),
                owner.get("/t/globex"),
                owner.get("/api/v1/t/acme/nothing"));
        for (Answer answer : answers) {
            String policy = answer.header("Content-Security-Policy");
            assertThat(policy)
                    .as(answer.toString())
                    .contains("default-src 'none'")
                    .contains("frame-ancestors 'none'");
            assertThat(policy).doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
            assertThat(answer.header("X-Content-Type-Options"))
                    .as(answer.toString())
                    .isEqualTo("nosniff");
            assertThat(answer.header("Cache-Control")).as(answer.toString()).contains("no-store");
            assertThat(answer.header("Server") + answer.header("X-Powered-By"))
                    .as("what it runs on")
                    .isEmpty();
        }
    }

    @Test
    void theSessionsCookieIsNotForScriptsAndNotForOtherSites() {
        var cookies =
                house.browser().asOwner().page().context().cookies(stack.hub().toString());

        assertThat(cookies).isNotEmpty().allSatisfy(cookie -> {
            assertThat(cookie.httpOnly).as(cookie.name).isTrue();
            assertThat(cookie.sameSite).as(cookie.name).isNotNull().isNotEqualTo("None");
        });
    }

    @Test
    void aPageAsksForNothingThatItsOwnPolicyForbids() {
        Page page = house.browser().asOwner().page();
        List<String> complaints = new java.util.concurrent.CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.navigate(URI.create(stack.hub() + "/t/acme").toString());

        assertThat(complaints).isEmpty();
    }
}
