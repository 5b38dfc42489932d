package io.vedette.e2e.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.vedette.e2e.browser.LoginPage;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.Behind;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.stack.Stack;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Where a way ends there is a page of ours that says what happened and leads on. Those of servers that are away: with the faults. */
@EndToEnd
@Order(17)
class DeadEndIT {
    /** What a person cannot be shown: that it is not there and that it may not be seen. */
    private static final int NOT_THEIRS = 404;

    private House house;
    private Stack stack;
    private final PageCheck check = new PageCheck();

    @BeforeEach
    void enter(House house) {
        this.house = house;
        this.stack = house.stack();
    }

    @Test
    void whatIsNotThereAndWhatIsNotTheirsIsAPageThatLeadsOn() {
        visit(house.browser().asOwner(), owner -> {
            deadEnd("nothing there", owner, owner.navigate(hub("/t/acme/no-such-page")), 404);
            assertThat(owner.locator("nav.rail a[href='/t/acme/cameras']").count())
                    .as("the ways to the other pages")
                    .isEqualTo(1);
            deadEnd("no such state", owner, owner.navigate(hub("/t/acme/cameras?state=asleep")), 400);
            assertThat(owner.locator("main").innerText()).contains("“state”", "“asleep”", "offline, connecting");
            deadEnd("no such organisation", owner, owner.navigate(hub("/t/nobody")), 404);
            deadEnd("of the server itself", owner, owner.navigate(hub("/WEB-INF/web.xml")), 404);
        });
        visit(house.browser().asGuard(), guard -> {
            deadEnd("not for this role", guard, guard.navigate(hub("/t/acme/people")), 403);
            deadEnd("not for this account", guard, guard.navigate(hub("/t/globex")), NOT_THEIRS);
            deadEnd("not for whoever runs no hub", guard, guard.navigate(hub("/operator")), NOT_THEIRS);
            String nothing = "/t/acme/me/grants/" + new UUID(0, 1) + "/pass-on";
            deadEnd("nothing to pass on", guard, guard.navigate(hub(nothing)), NOT_THEIRS);
        });
        visit(house.browser().asOperator(), operator -> {
            deadEnd("closed to operators", operator, operator.navigate(hub("/t/acme")), NOT_THEIRS);
            deadEnd("no such tenant to operate", operator, operator.navigate(hub("/operator/tenants/nobody")), 404);
            deadEnd("no such part of the list", operator, operator.navigate(hub("/operator?cursor=x")), 400);
        });

        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void aSignInThatDidNotFinishLeadsToAnother() {
        visit(house.browser().stranger(), page -> {
            Response cancelled = page.navigate(hub("/login/callback?error=access_denied&state=forged"));
            deadEnd("sign-in failed", page, cancelled, 400);

            page.locator("main a.button").click();
            new LoginPage(page).signIn(stack.account("guard"));
            assertThat(page.url()).as("the way out").isEqualTo(hub("/t/acme"));
        });
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void whatIsSentAfterTheSessionEndedIsAPageThatLeadsToTheSignIn() {
        visit(house.browser().asOwner(), page -> {
            page.navigate(hub("/t/acme/sites/new"));
            page.context().clearCookies();
            page.locator("#site").fill("Too late");
            page.locator("#zone").selectOption("Europe/Berlin");
            deadEnd("session ended", page, send(page), 401);

            page.navigate(hub("/t/acme/found?place=vault"));
            new LoginPage(page).signIn(stack.account("owner"));
            assertThat(page.url()).as("where they were").isEqualTo(hub("/t/acme/found?place=vault"));
        });
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void whatAFormSendsWithAnotherSessionsTokenIsAPageThatLeadsOn() {
        visit(house.browser().asOwner(), page -> {
            page.navigate(hub("/t/acme/sites/new"));
            page.locator("#site").fill("Forged");
            page.locator("#zone").selectOption("Europe/Berlin");
            page.locator("main form input[name=csrf]").evaluate("field => field.value = 'of yesterday'");

            deadEnd("of another session", page, send(page), 403);
        });
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void aFaultOfOursIsAPageWithANumberAndNoTrace() {
        Behind globex = new Behind(stack, "globex");
        String site = globex.column("select gen_random_uuid()::text").getFirst();
        globex.change(
                "insert into site (id, tenant_id, name, time_zone) values (?::uuid,"
                        + " current_setting('vedette.tenant')::uuid, 'Nowhere', 'Nowhere/Nowhere')",
                site);
        try {
            visit(house.browser().asGuest(), guest -> {
                Response answer = guest.navigate(hub("/t/globex/sites/" + site));
                deadEnd("our fault", guest, answer, 500);
                assertThat(guest.locator("main code").innerText())
                        .as("the number for the operator")
                        .isEqualTo(answer.headerValue("X-Request-Id"));
            });
        } finally {
            globex.change("delete from site where id = ?::uuid", site);
        }
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void whereKeycloakCannotGoOnItsPageIsOursToo() {
        visit(house.browser().stranger(), page -> {
            Response wrong = page.navigate(realm("auth?client_id=hub&redirect_uri=http://127.0.0.1:1/"));
            deadEnd("sign-in refused", page, wrong, 400);
            Response nobody = page.navigate(realm("auth?client_id=nobody&response_type=code"));
            deadEnd("sign-in for nobody", page, nobody, 400);
            Response nowhere = page.navigate(stack.keycloak() + "/realms/vedette/no-such-page");
            deadEnd("nothing at the sign-in", page, nowhere, 404);
        });
        assertThat(check.wrong()).isEmpty();
    }

    /** What the page's form is answered. */
    private static Response send(Page page) {
        Response answer = page.waitForResponse(
                one -> one.request().isNavigationRequest(),
                () -> page.locator("main form button.main").click());
        page.waitForLoadState();
        return answer;
    }

    private void visit(SignedIn somebody, Consumer<Page> ways) {
        visit(house.browser().beside(somebody), ways);
    }

    private static void visit(Page page, Consumer<Page> ways) {
        try {
            ways.accept(page);
        } finally {
            page.context().close();
        }
    }

    /** Our frame, what happened, what to do, a way out that leads somewhere; and what every page owes. */
    private void deadEnd(String name, Page page, Response answer, int status) {
        assertThat(answer.status()).as(name).isEqualTo(status);
        if (page.locator(".brand svg, .rail .mark svg").count() != 1) {
            check.add(name, "not in our frame: " + page.content());
            return;
        }
        check.policy(name, answer);
        if (!page.title().endsWith("Vedette") || page.locator("h1").innerText().isBlank()) {
            check.add(name, "does not say what happened");
        }
        String told = String.join(" ", page.locator("main p.quiet").allInnerTexts());
        if (told.split("\\. ").length < 2) {
            check.add(name, "says what happened and not what to do: " + told);
        }
        if (page.content().contains("Exception") || page.content().contains("\tat ")) {
            check.add(name, "shows what is inside");
        }
        leadsOn(name, page);
        check.look(name, page);
    }

    private void leadsOn(String name, Page page) {
        if (page.locator("main a.button").count() == 0) {
            check.add(name, "leads nowhere");
            return;
        }
        String there = (String) page.locator("main a.button").first().evaluate("link => link.href");
        var answer = page.request().get(there);
        if (!answer.ok()) {
            check.add(name, "leads to " + there + ", which answers " + answer.status());
        }
        answer.dispose();
    }

    private String hub(String path) {
        return stack.hub() + path;
    }

    private String realm(String path) {
        return stack.keycloak() + "/realms/vedette/protocol/openid-connect/" + path;
    }
}
