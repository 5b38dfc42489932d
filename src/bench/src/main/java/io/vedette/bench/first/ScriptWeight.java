package io.vedette.bench.first;

import io.vedette.bench.Figure;
import io.vedette.bench.hub.Person;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** P9: the JavaScript a page brings, with what its modules import, each file packed by gzip. */
final class ScriptWeight {
    private static final double LIMIT_KB = 35;
    private static final double WALL_LIMIT_KB = 60;
    private static final Pattern TAG = Pattern.compile("<script[^>]*\\ssrc=\"([^\"]+)\"");
    private static final Pattern IMPORT =
            Pattern.compile("(?:import|export)\\s*(?:[^'\"();]*?\\sfrom\\s*)?\\(?\\s*['\"]([^'\"]+)['\"]");

    private ScriptWeight() {}

    static void measure(BigTenant tenant, Person person, Consumer<Figure> out) {
        PageTimes.pages(tenant).forEach((name, path) -> {
            Set<URI> scripts = new LinkedHashSet<>();
            String page = person.get(path);
            find(TAG, URI.create(path), page).forEach(script -> collect(person, script, scripts));
            double kilobytes = scripts.stream()
                            .mapToInt(script -> packed(person.get(script.toString())))
                            .sum()
                    / 1024.0;
            double limit = name.equals("live") ? WALL_LIMIT_KB : LIMIT_KB;
            String words =
                    String.format(Locale.ROOT, "%.1f KB of %.0f KB in %d files", kilobytes, limit, scripts.size());
            out.accept(Figure.within("P9.script." + name, kilobytes, limit, words));
        });
    }

    private static void collect(Person person, URI script, Set<URI> known) {
        if (known.add(script)) {
            find(IMPORT, script, person.get(script.toString())).forEach(next -> collect(person, next, known));
        }
    }

    private static Set<URI> find(Pattern pattern, URI base, String text) {
        Set<URI> found = new LinkedHashSet<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.add(base.resolve(matcher.group(1)));
        }
        return found;
    }

    private static int packed(String script) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(script.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written to", e);
        }
        return bytes.size();
    }
}
