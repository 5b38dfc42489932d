package io.vedette.e2e.look;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** A walk through a page with the Tab key alone, from its first part to its last. */
final class TabWalk {
    private static final int MOST_STEPS = 400;
    private static final int STEPS_AT_ONCE = 10;

    private TabWalk() {}

    /** What somebody without a mouse would find wrong; the page is as it was loaded. */
    static List<String> wrong(Page page) {
        page.evaluate(script());
        for (int steps = 0; steps < MOST_STEPS && !(boolean) page.evaluate("tabWalk.over()"); steps += STEPS_AT_ONCE) {
            for (int step = 0; step < STEPS_AT_ONCE; step++) {
                page.keyboard().press("Tab");
            }
        }
        return ((List<?>) page.evaluate("tabWalk.wrong()"))
                .stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream in = Objects.requireNonNull(TabWalk.class.getResourceAsStream("tab-walk.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the walk cannot be read", e);
        }
    }
}
