package io.vedette.e2e.look;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.stream.Stream;

/** A theme and a width that every page is looked at in. */
record Look(ColorScheme theme, int width) {
    private static final int HEIGHT = 900;
    private static final int PHONE = 390;

    static List<Look> all() {
        return Stream.of(ColorScheme.DARK, ColorScheme.LIGHT)
                .flatMap(theme -> Stream.of(new Look(theme, 1440), new Look(theme, PHONE)))
                .toList();
    }

    void putOn(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        page.setViewportSize(width, HEIGHT);
    }

    boolean isPhone() {
        return width == PHONE;
    }
}
