package io.vedette.e2e.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.house.PassableGrant;
import io.vedette.stack.Stack;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Whose browser asks for German reads German, in words that fit. */
@EndToEnd
@Order(18)
class GermanIT {
    private static final Path ROOT = Path.of(System.getProperty("vedette.root"));
    private static final EnglishWords HUB = EnglishWords.of(ROOT.resolve("hub-web/src/main/resources/messages/hub"));
    private static final EnglishWords LOGIN =
            EnglishWords.of(ROOT.resolve("themes/keycloak/vedette/login/messages/messages"));
    /** All that is read, by eye, by ear or by hovering, menus that are closed included. */
    private static final String TEXTS = """
            (() => {
              const said = new Set([document.title]);
              const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
              while (texts.nextNode()) said.add(texts.currentNode.data);
              for (const part of document.body.querySelectorAll('*')) {
                for (const { name, value } of part.attributes) {
                  if (/^(aria-label|aria-valuetext|aria-roledescription|title|placeholder|alt|label|data-word-.*|data-done|data-yours)$/.test(name)) said.add(value);
                }
              }
              return [...said].map(text => text.trim().replace(/\\s+/g, ' ')).filter(text => text !== '');
            })()""";

    private final PageCheck check = new PageCheck();
    private House house;
    private Stack stack;

    @BeforeEach
    void enter(House house) {
        this.house = house;
        stack = house.stack();
    }

    @Test
    void everyPageOfTheHubIsGermanAndFits() {
        Map<String, String> pages = HubPages.of(stack);
        pages.put("not found", stack.hub() + "/t/acme/no-such-page");
        german(house.browser().asOwner(), pages);
        german(house.browser().asOperator(), HubPages.ofOperator(stack));
        try (var grant = PassableGrant.give(house)) {
            german(house.browser().asGuard(), HubPages.ofGuard(stack, grant));
            german(house.browser().asOwner(), HubPages.ofGiver(stack, grant));
        }
        assertThat(check.wrong()).isEmpty();
    }

    private void german(SignedIn somebody, Map<String, String> pages) {
        Page page = house.browser().beside(somebody, other -> other.setLocale("de-DE"));
        try {
            pages.forEach((name, address) -> {
                page.navigate(address);
                german(name, page, HUB);
            });
        } finally {
            page.context().close();
        }
    }

    @Test
    void theSignInIsGermanFromTheFirstPageOnAndFits() {
        Page page = house.browser().stranger(other -> other.setLocale("de-DE"));
        try {
            page.navigate(stack.hub() + "/t/acme");
            german("user name", page, LOGIN);
            assertThat(page.locator("h1").innerText()).isEqualTo("Anmelden");
            page.locator("#username").fill("owner");
            page.locator("#kc-login").click();
            page.locator("#password").waitFor();
            german("password", page, LOGIN);
            page.locator("#password").fill("not the password");
            page.locator("#kc-login").click();
            page.locator("#input-error-password span").waitFor();
            german("wrong password", page, LOGIN);
            page.navigate(realm("auth?client_id=hub&redirect_uri=http://127.0.0.1:1/"));
            german("sign-in refused", page, LOGIN);
            page.navigate(realm("logout"));
            german("sign out", page, LOGIN);
        } finally {
            page.context().close();
        }
        assertThat(check.wrong()).isEmpty();
    }

    private void german(String name, Page page, EnglishWords english) {
        if (!"de".equals(page.locator("html").getAttribute("lang"))) {
            check.add(name, "its language is " + page.locator("html").getAttribute("lang"));
        }
        List<?> texts = (List<?>) page.evaluate(TEXTS);
        for (Object text : texts) {
            english.keyOf(text.toString()).ifPresent(key -> check.add(name, "\"" + text + "\" is English: " + key));
        }
        check.fits("german " + name, page);
    }

    private String realm(String path) {
        return stack.keycloak() + "/realms/vedette/protocol/openid-connect/" + path;
    }
}
