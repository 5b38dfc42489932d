package io.vedette.hub.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The colours of the tokens against each other: WCAG 2.2, 1.4.11. Reckoned as grey, which their chroma nearly is. */
class TokensTest {
    private static final Path THEME = Path.of("..", "themes", "hub", "vedette");
    private static final Pattern OKLCH = Pattern.compile("oklch\\((\\.?[\\d.]+) ");

    @ParameterizedTest
    @CsvSource({"footage,0", "footage,1", "footage-edge,0", "footage-edge,1"})
    void footageIsSeenOnTheStripInBothThemes(String token, int theme) throws IOException {
        String strip = Files.readString(THEME.resolve("base.css"));
        assertThat(strip)
                .contains(".strip { display: block;", "color-mix(in oklab, var(--sunken), var(--surface) 45%)");
        double ground = lightness("sunken", theme) * .55 + lightness("surface", theme) * .45;

        assertThat(contrast(lightness(token, theme), ground)).isGreaterThanOrEqualTo(3);
    }

    /** The lightness of a grey in OKLCH is the cube root of its luminance. */
    private static double contrast(double one, double other) {
        double light = Math.pow(Math.max(one, other), 3);
        double dark = Math.pow(Math.min(one, other), 3);
        return (light + .05) / (dark + .05);
    }

    private static double lightness(String token, int theme) throws IOException {
        String line = Files.readAllLines(THEME.resolve("tokens.css")).stream()
                .filter(one -> one.strip().startsWith("--" + token + ":"))
                .findFirst()
                .orElseThrow();
        Matcher value = OKLCH.matcher(line);
        for (int nth = 0; nth <= theme; nth++) {
            assertThat(value.find()).as("%s has a value for each theme", token).isTrue();
        }
        return Double.parseDouble(value.group(1));
    }
}
