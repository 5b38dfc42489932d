package io.vedette.bench.first;

import io.vedette.bench.Figure;
import io.vedette.bench.Samples;
import io.vedette.bench.hub.Person;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** P12, pages: one person, one request after the other, in a tenant of {@link BigTenant#WORDS}. */
final class PageTimes {
    private static final double LIMIT_MILLIS = 50;
    private static final int WARM_UP = 100;
    private static final int TIMED = 200;

    private PageTimes() {}

    static void measure(BigTenant tenant, Person owner, Person guard, Consumer<Figure> out) {
        double asset = p95(owner, "/assets/icons.svg").percentileMillis(0.95);
        pages(tenant).forEach((name, path) -> {
            out.accept(figure("P12.page." + name, p95(owner, path), asset));
            if (!name.equals("people")) {
                out.accept(figure("P12.page." + name + ".guard", p95(guard, path), asset));
            }
        });
    }

    static Map<String, String> pages(BigTenant tenant) {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", tenant.path(""));
        pages.put("live", tenant.path("/live"));
        pages.put("recordings", tenant.path("/recordings"));
        pages.put("day", tenant.path("/recordings?camera=" + tenant.cameras().getFirst()));
        pages.put("cameras", tenant.path("/cameras"));
        pages.put("camera", tenant.path("/cameras/" + tenant.cameras().getFirst()));
        pages.put("people", tenant.path("/people"));
        return pages;
    }

    private static Samples p95(Person person, String path) {
        for (int i = 0; i < WARM_UP; i++) {
            person.get(path);
        }
        Samples samples = new Samples(System::nanoTime);
        for (int i = 0; i < TIMED; i++) {
            samples.time(() -> person.get(path));
        }
        return samples;
    }

    private static Figure figure(String name, Samples samples, double asset) {
        double p95 = samples.percentileMillis(0.95);
        String words = String.format(
                Locale.ROOT,
                "p95 %.1f ms of %.0f ms, median %.1f ms; a static file in the same run %.1f ms",
                p95,
                LIMIT_MILLIS,
                samples.percentileMillis(0.5),
                asset);
        return Figure.within(name, p95, LIMIT_MILLIS, words);
    }
}
