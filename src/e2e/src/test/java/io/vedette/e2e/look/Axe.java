package io.vedette.e2e.look;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Deque's axe, half a megabyte of script, brought into a page once however often it is asked there. The builder that comes
 * with it brings it in for every question, and once more into an empty page that adds up what frames found; ours have none.
 */
final class Axe {
    private static final String SOURCE = source();
    private static final String IS_HERE = "typeof axe === 'object'";
    private static final String ASK = """
            () => axe.run(document, { resultTypes: ['violations'] })
              .then(found => found.violations
                .filter(rule => ['serious', 'critical'].includes(rule.impact))
                .flatMap(rule => rule.nodes.map(node => rule.id + ' at ' + node.target.join(' '))))""";

    private Axe() {}

    /** What is serious or worse, and where. */
    static List<String> grave(Page page) {
        if (!(boolean) page.evaluate(IS_HERE)) {
            page.evaluate(SOURCE);
        }
        Object found = page.evaluate(ASK);
        return ((List<?>) found).stream().map(String::valueOf).toList();
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("axe cannot be read", e);
        }
    }
}
