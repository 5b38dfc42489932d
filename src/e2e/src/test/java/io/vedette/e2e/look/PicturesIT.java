package io.vedette.e2e.look;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import io.vedette.e2e.browser.SignedIn;
import io.vedette.e2e.house.EndToEnd;
import io.vedette.e2e.house.House;
import io.vedette.e2e.time.Patiently;
import io.vedette.stack.demo.Seed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The README's pictures are of the running system; with {@code -Dvedette.write-pages=true} they take the place of the old ones. */
@EndToEnd
@Order(28)
class PicturesIT {
    private static final Path ROOT = Path.of(System.getProperty("vedette.root"));
    private static final Path TAKEN = Path.of(System.getProperty("vedette.e2e.target"), "pictures");
    private static final Pattern SHOWN = Pattern.compile("\\(src/site/markdown/pictures/(\\w+\\.jpg)\\)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long MOST_BYTES = 150_000;
    /** Of those on the screen: the others wait until somebody scrolls to them. */
    private static final String ALL_DRAWN = """
            [...document.images]
              .filter(image => image.getBoundingClientRect().top < innerHeight)
              .every(image => image.complete && image.naturalWidth > 0)""";

    private final List<String> pictures = new ArrayList<>();

    @Test
    void theReadmeShowsTheRunningSystem(House house) throws IOException {
        SignedIn owner = house.browser().asOwner();
        Page page = owner.page();
        try {
            new Look(ColorScheme.DARK, 1440).putOn(page);
            owner.open("/t/acme/live");
            Patiently.until(
                    "both cameras' live pictures",
                    PATIENCE,
                    () -> page.locator("vd-live[data-state=live]").count() == 2);
            take("live", page);

            owner.open("/t/acme");
            assertThat(page.locator("tr[data-coverage] svg.strip").count()).isEqualTo(2);
            take("home", page);

            new Look(ColorScheme.LIGHT, 1440).putOn(page);
            Patiently.until("a recording in the vault on the day's strip", PATIENCE, () -> {
                owner.open("/t/acme/recordings?camera=" + house.stack().camera(Seed.GATE));
                return page.locator("svg.strip.tall rect.rec").count() > 0;
            });
            take("recordings", page);
        } finally {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(null));
        }
        assertThat(pictures).containsAll(shown());
    }

    private void take(String name, Page page) throws IOException {
        Patiently.until("every picture of the page " + name, PATIENCE, () -> (boolean) page.evaluate(ALL_DRAWN));
        String file = name + ".jpg";
        Path taken = TAKEN.resolve(file);
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(80)
                .setPath(taken));
        assertThat(Files.size(taken)).as(file).isLessThan(MOST_BYTES);
        if (Boolean.getBoolean("vedette.write-pages")) {
            Files.copy(
                    taken,
                    ROOT.resolve("src/site/markdown/pictures").resolve(file),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        pictures.add(file);
    }

    private static List<String> shown() throws IOException {
        List<String> shown = SHOWN.matcher(Files.readString(ROOT.resolve("README.md")))
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
        assertThat(shown).as("pictures of the README").isNotEmpty();
        return shown;
    }
}
