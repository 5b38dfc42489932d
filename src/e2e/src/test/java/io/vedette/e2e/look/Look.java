package io.vedette.e2e.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

/** A theme and a width that every page is looked at in. */
record Look(ColorScheme theme, int width) {
    private static final int HEIGHT = 900;
    private static final int DESK = 1440;
    private static final int PHONE = 390;
    /** What changes colour slowly is there at once: half way between two themes nothing has the contrast that it has in either. */
    private static final String SETTLE =
            "document.getAnimations().filter(one => one instanceof CSSTransition).forEach(one => one.finish())";

    /** In the order that changes least from one to the next: a page that is laid out anew costs more than one recoloured. */
    static List<Look> all() {
        return List.of(
                new Look(ColorScheme.LIGHT, DESK),
                new Look(ColorScheme.DARK, DESK),
                new Look(ColorScheme.DARK, PHONE),
                new Look(ColorScheme.LIGHT, PHONE));
    }

    /** At every width once, in one theme. */
    static List<Look> widths() {
        return all().stream().filter(Look::isDark).toList();
    }

    void putOn(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, HEIGHT);
        page.evaluate(SETTLE);
    }

    boolean isDark() {
        return theme == ColorScheme.DARK;
    }
}
