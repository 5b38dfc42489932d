package io.vedette.e2e.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.House;
import java.util.ArrayList;
import java.util.List;

/**
 * A person's way through the hub in a tab of its own, counted. One action is a tap (on a link, a button, a tick, a picture), a
 * text or a time put into one field, or one choice in a list. Looking, scrolling and waiting are none. On the way nothing may
 * scroll sideways and the console may hear of no error.
 */
final class Actions implements AutoCloseable {
    private static final int HEIGHT = 900;

    private final Page page;
    private final int width;
    private final List<String> taken = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private Actions(Page page, int width) {
        this.page = page;
        this.width = width;
    }

    /** Begins at the home page of the tenant. */
    static Actions from(House house, SignedIn person, String tenant, int width) {
        var actions = new Actions(person.page().context().newPage(), width);
        actions.page.setViewportSize(width, HEIGHT);
        actions.listen();
        actions.page.navigate(house.stack().hub() + "/t/" + tenant);
        return actions;
    }

    private void listen() {
        page.onPageError(error -> wrong.add("at " + page.url() + " a script failed: " + error));
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                wrong.add("at " + page.url() + " the console says: " + message.text());
            }
        });
    }

    Page page() {
        return page;
    }

    /** For what is looked at and waited for. */
    Locator see(String selector) {
        return page.locator(selector);
    }

    void tap(String selector) {
        Locator one = next("tap " + selector, selector);
        one.click();
    }

    void type(String selector, String text) {
        next("type " + text, selector).fill(text);
    }

    void choose(String selector, String value) {
        next("choose " + value, selector).selectOption(value);
    }

    /** The page as a person sees it before they act on it. */
    private Locator next(String action, String selector) {
        Locator one = page.locator(selector);
        one.waitFor();
        look();
        taken.add(action);
        return one;
    }

    private void look() {
        boolean sideways =
                (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
        if (sideways) {
            wrong.add("at " + page.url() + " the page scrolls sideways");
        }
    }

    /** The person is where they wanted to be. */
    void arrivedWithin(int most) {
        look();
        System.out.println("Journey at " + width + " px, " + taken.size() + " actions: " + String.join(", ", taken));
        assertThat(wrong).as("what was wrong on the way").isEmpty();
        assertThat(taken).as("actions").hasSizeLessThanOrEqualTo(most);
    }

    @Override
    public void close() {
        page.close();
    }
}
