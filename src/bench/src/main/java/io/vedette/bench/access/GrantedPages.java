package io.vedette.bench.access;

import io.vedette.bench.Figure;
import io.vedette.bench.Samples;
import io.vedette.bench.hub.Person;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Pages of cameras for somebody with 200 grants: one person, one request after the other. */
final class GrantedPages {
    private static final double LIMIT_MILLIS = 50;
    /** Until the hub's own code is compiled: before that a page takes half as long again. */
    private static final int WARM_UP = 300;

    private static final int TIMED = 200;

    private GrantedPages() {}

    static void measure(Person guard, Consumer<Figure> out) {
        double asset = timed(guard, "/assets/icons.svg").percentileMillis(0.95);
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("A2.page.cameras", "/t/acme/cameras");
        pages.put("A2.page.live", "/t/acme/live");
        pages.put("A2.api.cameras", "/api/v1/t/acme/cameras?limit=100");
        pages.forEach((name, path) -> {
            Samples samples = timed(guard, path);
            double p95 = samples.percentileMillis(0.95);
            String words = String.format(
                    Locale.ROOT,
                    "p95 %.1f ms of %.0f ms, median %.1f ms; a static file in the same run %.1f ms",
                    p95,
                    LIMIT_MILLIS,
                    samples.percentileMillis(0.5),
                    asset);
            out.accept(Figure.within(name, p95, LIMIT_MILLIS, words));
        });
    }

    private static Samples timed(Person person, String path) {
        for (int i = 0; i < WARM_UP; i++) {
            person.get(path);
        }
        Samples samples = new Samples(System::nanoTime);
        for (int i = 0; i < TIMED; i++) {
            samples.time(() -> person.get(path));
        }
        return samples;
    }
}
