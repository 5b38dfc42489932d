package io.vedette.e2e.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Looks at pages in every {@link Look} and keeps what is wrong with them, so that one run tells all of it. */
public final class PageCheck {
    private final List<String> wrong = new ArrayList<>();

    /** The page as it stands, however it was reached. */
    public void look(String name, Page page) {
        each(name, page, where -> Axe.grave(page).forEach(fault -> wrong.add(where + fault)));
    }

    /** Whether its words fit; that it can be read and used by everybody is seen in another language. */
    void fits(String name, Page page) {
        each(name, page, where -> {});
    }

    private void each(String name, Page page, Consumer<String> more) {
        ViewportSize before = page.viewportSize();
        for (Look look : Look.all()) {
            look.putOn(page);
            photograph(name, look, page);
            String where = name + ", " + look.theme() + ", " + look.width() + " px: ";
            more.accept(where);
            if (scrollsSideways(page)) {
                wrong.add(where + "the page scrolls sideways");
            }
        }
        new Look(ColorScheme.LIGHT, before.width).putOn(page); // others may go on with it
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

    /** Whatever else a test finds wrong. */
    void add(String name, String fault) {
        wrong.add(name + ": " + fault);
    }

    public List<String> wrong() {
        return wrong;
    }

    /** For eyes, beside the drawings of the design: with {@code -Dvedette.photographs=true}, as they take as long as all the rest. */
    private static void photograph(String name, Look look, Page page) {
        if (!Boolean.getBoolean("vedette.photographs")) {
            return;
        }
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
