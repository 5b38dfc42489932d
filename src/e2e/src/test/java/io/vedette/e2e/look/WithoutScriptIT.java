package io.vedette.e2e.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.vedette.e2e.browser.LoginPage;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Scripts make pages livelier; to read them, and to do what forms do, none is needed. */
@EndToEnd
@Order(18)
class WithoutScriptIT {
    /** Buttons that only a script could give a meaning: they send no form and open no part of the page. */
    private static final String DEAD_BUTTONS =
            "button:visible:not([popovertarget]):is([type=button], :not(form button):not([form]))";

    private static final List<String> PROMISES =
            List.of("Connecting …", "Loading …", "This page goes on by itself", "??", "undefined");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void aPersonSignsInAndReadsEveryPage(House house) {
        Page page = house.browser().stranger(other -> other.setJavaScriptEnabled(false));
        try {
            page.navigate(house.stack().hub() + "/t/acme");
            noDeadButtons("user name", page);
            page.locator("#username").fill("owner");
            page.locator("#kc-login").click();
            noDeadButtons("password", page);
            new LoginPage(page).password(house.stack().account("owner"));

            HubPages.of(house.stack()).forEach((name, address) -> {
                Response answer = page.navigate(address);
                assertThat(answer.status()).as(name).isEqualTo(200);
                canBeRead(name, page);
            });
        } finally {
            page.context().close();
        }
        assertThat(wrong).isEmpty();
    }

    private void canBeRead(String name, Page page) {
        String text = page.locator("body").innerText();
        PROMISES.stream().filter(text::contains).forEach(promise -> wrong.add(name + " says \"" + promise + "\""));
        if (page.locator("h1").innerText().isBlank()) {
            wrong.add(name + " has no heading");
        }
        if (page.locator("nav.rail a:visible").count() < 5) {
            wrong.add(name + " leads nowhere");
        }
        for (String empty : page.locator("main time:visible, main :is(dd, th, h2, h3):visible")
                .allInnerTexts()) {
            if (empty.isBlank()) {
                wrong.add(name + " has an empty place that a script would fill");
            }
        }
        for (var player : page.locator("vd-live").all()) {
            if (!player.innerText().contains("need JavaScript")) {
                wrong.add(name + " has a player that does not say why it stays dark");
            }
        }
        noDeadButtons(name, page);
    }

    private void noDeadButtons(String name, Page page) {
        page.locator(DEAD_BUTTONS)
                .all()
                .forEach(button -> wrong.add(name + " has a button without effect: "
                        + button.evaluate("button => button.outerHTML")
                                .toString()
                                .lines()
                                .findFirst()
                                .orElse("")));
    }
}
