package io.vedette.e2e.look;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** The script a page may bring, packed by gzip: what the browser really loaded, modules that modules import included. */
record ScriptBudget(int bytes) {
    static final ScriptBudget PAGE = new ScriptBudget(35 * 1024);
    static final ScriptBudget WALL = new ScriptBudget(60 * 1024);

    /** In words, how far the page as it stands is over the budget. */
    Optional<String> overrun(Page page) {
        List<String> scripts = scripts(page);
        int sum = scripts.stream().mapToInt(script -> packed(page, script)).sum();
        if (scripts.isEmpty()) {
            return Optional.of("no script was seen, so nothing was weighed");
        }
        return sum <= bytes
                ? Optional.empty()
                : Optional.of(
                        String.format(Locale.ROOT, "%d bytes of script, %d are allowed: %s", sum, bytes, scripts));
    }

    /** Those from the browser's cache too: every page is weighed as if it were the first. */
    private static List<String> scripts(Page page) {
        Object names = page.evaluate("[...new Set(performance.getEntriesByType('resource').map(entry => entry.name)"
                + ".filter(name => new URL(name).pathname.endsWith('.js')))]");
        return ((List<?>) names).stream().map(String::valueOf).toList();
    }

    private static int packed(Page page, String script) {
        APIResponse answer = page.request().get(script);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        } finally {
            answer.dispose();
        }
        return bytes.size();
    }
}
