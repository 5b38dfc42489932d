package io.vedette.stack.ship;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the project's pages lead to and name is there. */
class LinksTest {
    private static final String IN_CHECKOUT =
            "(?<![\\w./-])((?:agent-runtime|db|docker|hub-web|src|themes|vault-connector)/[\\w.@/-]*\\w)";
    /** By whoever follows the page. */
    private static final Set<String> MADE_LATER = Set.of("docker/.env", "docker/target");

    @Test
    void everyRelativeLinkLeadsToAFileAndToAHeadingInIt() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            for (String link : Checkout.all("\\]\\(([^)\\s]+)\\)", text)) {
                if (!link.matches("[a-z]+:.*") && !resolves(page, link)) {
                    broken.add(Checkout.ROOT.relativize(page) + " -> " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void everyPlaceInTheCheckoutThatIsNamedIsThere() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            for (String place : Checkout.all(IN_CHECKOUT, Files.readString(page))) {
                if (!MADE_LATER.contains(place) && !Files.exists(Checkout.ROOT.resolve(place))) {
                    missing.add(Checkout.ROOT.relativize(page) + ": " + place);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void theReadmeStaysShortAndLeadsToEveryGuide() throws IOException {
        String readme = Checkout.read("README.md");
        try (Stream<Path> guides = Files.list(Checkout.ROOT.resolve("src/site/markdown/guide"))) {
            assertThat(guides.map(guide -> "(src/site/markdown/guide/" + guide.getFileName() + ")"))
                    .isNotEmpty()
                    .allMatch(readme::contains);
        }
        assertThat(readme.lines()).hasSizeLessThan(150);
    }

    private static boolean resolves(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (!target.startsWith(Checkout.ROOT) || !Files.exists(target)) {
            return false;
        }
        return parts.length == 1
                || Checkout.all("^#+ (.*)$", Files.readString(target)).stream()
                        .map(LinksTest::anchor)
                        .anyMatch(parts[1]::equals);
    }

    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} -]", "")
                .replace(' ', '-');
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String name : List.of("README.md", "CONTRIBUTING.md", "docker/README.md", "CHANGELOG.md")) {
            pages.add(Checkout.ROOT.resolve(name));
        }
        try (Stream<Path> site = Files.walk(Checkout.ROOT.resolve("src/site/markdown"))) {
            site.filter(file -> file.toString().endsWith(".md")).forEach(pages::add);
        }
        return pages;
    }
}
