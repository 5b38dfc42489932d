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

    /** Each theme and each width once; as a drill every theme in every width, for what is there in one width alone. */
    static List<Look> all() {
        var light = new Look(ColorScheme.LIGHT, DESK);
        var dark = new Look(ColorScheme.DARK, PHONE);
        return Boolean.getBoolean("vedette.drill")
                ? List.of(light, new Look(ColorScheme.DARK, DESK), dark, new Look(ColorScheme.LIGHT, PHONE))
                : List.of(light, dark);
    }

    void putOn(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, HEIGHT);
        page.evaluate(SETTLE);
    }
}
