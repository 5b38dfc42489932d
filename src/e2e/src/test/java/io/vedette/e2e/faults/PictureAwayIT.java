package io.vedette.e2e.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.Stack;
import io.vedette.stack.demo.Seed;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@EndToEnd
@Order(42)
class PictureAwayIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** At once, as a rule; a connection whose end the container keeps to itself is noticed by its silence. */
    private static final Duration SAID = Duration.ofSeconds(60);

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
        owner.page().navigate("about:blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/t/acme/live/", "/t/acme/cameras/"})
    void aPictureWhoseAgentWentAwaySaysSoAndComesBackByItself(String page) {
        owner.open(page + stack.camera(Seed.GATE));
        Locator picture = owner.page().locator("vd-live");
        Patiently.until("the camera to be live", PATIENCE, () -> state(picture).equals("live"));

        stack.stop("agent-gate");
        Patiently.until("a word about it", SAID, () -> state(picture).equals("offline"));
        assertThat(picture.locator(".live-word").isVisible()).isTrue();
        assertThat(picture.locator(".live-word").innerText()).isEqualTo("Agent offline");
        assertThat(owner.page().locator(".tile .act:visible").allInnerTexts())
                .as("what helps; the page of the camera is that already")
                .hasSize(page.contains("/live/") ? 1 : 0);

        stack.restart("agent-gate");
        Patiently.until(
                "the picture again, on the same page",
                PATIENCE,
                () -> state(picture).equals("live"));
        assertThat(picture.locator(".live-word").isVisible()).isFalse();
        assertThat(owner.page().locator(".tile .act").isVisible()).isFalse();
    }

    private static String state(Locator picture) {
        String state = picture.getAttribute("data-state");
        return state == null ? "" : state;
    }
}
