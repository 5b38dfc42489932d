package io.vedette.e2e.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vedette.e2e.api.HubApi;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.PassableGrant;
import io.vedette.stack.Stack;
import java.util.Map;
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
        lookAtAll(house.browser().asOwner().page(), HubPages.of(stack));
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void thePagesOfWhoeverRunsTheHubCanBeReadAndUsedByEverybody() {
        Page page = house.browser().asOperator().page();
        lookAtAll(page, HubPages.ofOperator(stack));
        page.navigate(HubPages.ofOperator(stack).get("operated tenant"));
        page.locator("form[data-quota=cameras] button").click();
        page.locator("#reason-cameras-error").waitFor();
        check.look("quota without a reason", page);
        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void whoPassesSomethingOnCanReadAndUseThatPage() {
        Page page = house.browser().asGuard().page();
        try (var grant = PassableGrant.give(house)) {
            lookAtAll(page, HubPages.ofGuard(stack, grant));
            page.navigate(HubPages.ofGuard(stack, grant).get("pass on"));
            page.locator("main form button.main").click();
            page.locator("#who-error").waitFor();
            check.look("pass on refused", page);
            lookAtAll(house.browser().asOwner().page(), HubPages.ofGiver(stack, grant));
        }
        assertThat(check.wrong()).isEmpty();
    }

    private void lookAtAll(Page page, Map<String, String> pages) {
        pages.forEach((name, address) -> {
            Response answer = page.navigate(address);
            assertThat(answer.status()).as(name).isEqualTo(200);
            check.policy(name, answer);
            check.scripts(name, page, name.equals("live wall") ? ScriptBudget.WALL : ScriptBudget.PAGE);
            check.look(name, page);
        });
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
