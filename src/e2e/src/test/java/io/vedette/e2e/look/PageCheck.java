package io.vedette.e2e.look;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Looks at pages in every {@link Look} and keeps what is wrong with them, so that one run tells all of it. */
final class PageCheck {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private final List<String> wrong = new ArrayList<>();

    /** The page as it stands, however it was reached. */
    void look(String name, Page page) {
        for (Look look : Look.all()) {
            look.putOn(page);
            photograph(name, look, page);
            String where = name + ", " + look.theme() + ", " + look.width() + " px: ";
            for (Rule rule : new AxeBuilder(page).analyze().getViolations()) {
                if (GRAVE.contains(rule.getImpact())) {
                    rule.getNodes().forEach(node -> wrong.add(where + rule.getId() + " at " + node.getTarget()));
                }
            }
            if (look.isPhone() && scrollsSideways(page)) {
                wrong.add(where + "the page scrolls sideways");
            }
        }
    }

    /** Nothing that is not named runs or dresses the page. */
    void policy(String name, Response answer) {
        String policy = answer.headers().getOrDefault("content-security-policy", "");
        if (!policy.contains("default-src 'none'") || policy.contains("unsafe-")) {
            wrong.add(name + ": the policy is not strict: \"" + policy + "\"");
        }
    }

    /** What the page brings to run stays small. */
    void scripts(String name, Page page, ScriptBudget budget) {
        budget.overrun(page).ifPresent(overrun -> wrong.add(name + ": " + overrun));
    }

    List<String> wrong() {
        return wrong;
    }

    /** For eyes: beside the drawings of the design. */
    private static void photograph(String name, Look look, Page page) {
        String file = (name + "-" + look.theme() + "-" + look.width())
                .replace(' ', '-')
                .toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of(System.getProperty("vedette.e2e.target"), "look", file + ".png")));
    }

    private static boolean scrollsSideways(Page page) {
        return (boolean) page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }
}
