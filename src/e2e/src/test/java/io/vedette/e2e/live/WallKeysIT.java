package io.vedette.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The wall by keyboard. Before the tests that watch, whose pictures it calls for. */
@EndToEnd
@Order(39)
class WallKeysIT {
    private static final String WALL = "/t/acme/live?layout=9";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Copies of the last tile, without its player: five tiles are two rows on a screen and three on a phone. */
    private static final String FIVE_TILES = """
            () => {
              const wall = document.querySelector('.wall');
              wall.className = 'wall three';
              while (wall.children.length > 5) {
                wall.lastElementChild.remove();
              }
              while (wall.children.length < 5) {
                const copy = wall.lastElementChild.cloneNode(true);
                copy.querySelector('vd-live')?.remove();
                wall.append(copy);
              }
            }""";

    private static final String CHOSEN =
            "[...document.querySelectorAll('.wall .tile')].indexOf(document.activeElement.closest('.wall .tile'))";
    private static final String FULL = "document.fullscreenElement?.classList[0] ?? ''";

    private Page page;

    @BeforeEach
    void enter(House house) {
        SignedIn owner = house.browser().asOwner();
        owner.page().setViewportSize(1440, 900);
        owner.open(WALL);
        page = owner.page();
    }

    @AfterEach
    void asItWas() {
        page.setViewportSize(1280, 900);
        page.navigate("about:blank");
    }

    @Test
    void arrowsGoToTheTileThatLiesThatWayOnAScreenAndOnAPhone() {
        page.evaluate(FIVE_TILES);

        assertThat(chosenAfter("Right", "Right", "Down", "Right", "Down", "Up", "Left", "Left", "Down"))
                .as("three and two")
                .containsExactly(0, 1, 4, 4, 4, 1, 0, 0, 3);
        page.setViewportSize(390, 844);
        assertThat(chosenAfter("Down", "Right", "Up", "Right", "Up", "Up"))
                .as("two, two and one")
                .containsExactly(4, 4, 2, 3, 1, 1);
    }

    @Test
    void enterShowsOneCameraAloneAndEscOrEnterGoesBackToItsTile() {
        String wall = page.url();
        press("ArrowDown", "ArrowDown"); // two pictures lie below each other here
        String alone = page.evaluate("document.activeElement.href").toString();

        for (String back : List.of("Escape", "Enter")) {
            press("Enter");
            page.waitForURL(alone);
            press(back);
            page.waitForURL(wall);
            Patiently.until("the tile to be chosen again", PATIENCE, () -> chosen() == 1);
        }
        press("1");
        page.waitForURL(address -> address.endsWith("layout=1"));
    }

    @Test
    void theListOfKeysTakesTheKeysAndGivesTheFocusBack() {
        Locator list = page.locator("#keys");
        press("ArrowRight", "?");
        assertThat(list.isVisible()).isTrue();
        assertThat(list.locator("kbd").allInnerTexts()).contains("Enter", "F", "?", "Esc", "1", "4", "9");

        press("f", "ArrowRight", "Escape");

        assertThat(list.isVisible()).isFalse();
        assertThat(chosen()).isEqualTo(0);
        assertThat(page.evaluate(FULL)).isEqualTo("");
        page.locator("button[data-press='?']").click();
        assertThat(list.isVisible()).isTrue();
    }

    @Test
    void fIsTheFullScreenOfTheChosenTileAndOtherwiseOfTheWall() {
        press("f");
        awaitFull("wall");
        press("f");
        awaitFull("");
        press("ArrowRight", "f");
        awaitFull("tile");
        press("f");
        awaitFull("");
    }

    @Test
    void whoTypesOrHoldsAModifierMeansSomethingElse() {
        String wall = page.url();
        press("ArrowRight", "Control+ArrowRight", "Alt+2", "Meta+f", "Control+?");
        assertThat(chosen()).isEqualTo(0);
        assertThat(page.locator("#keys").isVisible()).isFalse();

        page.evaluate("() => { const field = document.createElement('input'); field.id = 'field';"
                + " document.querySelector('.wallbar').append(field); field.focus(); }");
        press("2", "f", "?", "ArrowRight");

        assertThat(page.locator("#field").inputValue()).isEqualTo("2f?");
        assertThat(page.locator("#keys").isVisible()).isFalse();
        assertThat(page.evaluate(FULL)).isEqualTo("");
        assertThat(page.url()).isEqualTo(wall);
    }

    @Test
    void aDigitIsTheLayoutOfSoManyPictures() {
        press("4");
        page.waitForURL(address -> address.endsWith("layout=4"));
        press("9");
        page.waitForURL(address -> address.endsWith("layout=9"));
    }

    @Test
    void keysOfOneCharacterCanBeSwitchedOffAndTheBrowserRemembersIt() {
        String wall = page.url();
        Locator opens = page.locator("button[data-press='?']");
        Locator single = page.locator("[data-single-keys]");
        try {
            press("?");
            single.uncheck();
            press("Escape");
            page.reload();
            press("f", "?", "1", "ArrowRight");

            assertThat(page.url()).isEqualTo(wall);
            assertThat(page.evaluate(FULL)).isEqualTo("");
            assertThat(page.locator("#keys").isVisible()).isFalse();
            assertThat(chosen()).as("arrows stay").isEqualTo(0);
            page.setViewportSize(390, 844);
            assertThat(opens.isVisible()).as("the only way back to the switch").isTrue();
        } finally {
            opens.click();
            single.check();
            press("Escape");
        }
        assertThat(opens.isVisible()).as("a phone has no room for it").isFalse();
        press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
    }

    @Test
    void whoHasNoKeyboardLeavesTheFullScreenByAButtonInIt() {
        page.locator("button[data-press='f']").click();
        awaitFull("wall");
        page.locator(".wall > [data-leave]").click();
        awaitFull("");
        page.locator("[data-leave]") // hidden by the event, which comes a frame after the full screen's end
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    private List<Integer> chosenAfter(String... arrows) {
        return Stream.of(arrows)
                .map(arrow -> {
                    press("Arrow" + arrow);
                    return chosen();
                })
                .toList();
    }

    private void press(String... keys) {
        Stream.of(keys).forEach(page.keyboard()::press);
    }

    private int chosen() {
        return (int) page.evaluate(CHOSEN);
    }

    private void awaitFull(String what) {
        Patiently.the(
                "the full screen to be \"" + what + "\"",
                PATIENCE,
                () -> Optional.of(page.evaluate(FULL)).filter(what::equals));
    }
}
