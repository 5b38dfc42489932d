package io.vedette.bench.first;

import io.vedette.bench.Figure;
import io.vedette.stack.Parts;
import io.vedette.stack.words.StackFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** P10: from the command, Maven included, until the hub is usable; the whole demo, cameras and agents too. */
final class SecondStart {
    private static final double LIMIT_SECONDS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private SecondStart() {}

    static void measure(Parts parts, Path var, Consumer<Figure> out) {
        double first = seconds(parts.root(), var);
        double second = seconds(parts.root(), var);
        String words = String.format(
                Locale.ROOT,
                "%.1f s of %.0f s, all of the demo; the first start of the same folder took %.1f s",
                second,
                LIMIT_SECONDS,
                first);
        out.accept(Figure.within("P10.second-start", second, LIMIT_SECONDS, words));
    }

    private static double seconds(Path root, Path var) {
        try {
            Files.createDirectories(var);
            long begin = System.nanoTime();
            Process demo = new ProcessBuilder("./mvnw", "-Pdemo", "-Dvedette.var=" + var)
                    .directory(root.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(var.resolve("demo.out").toFile())
                    .start();
            Thread ending = new Thread(demo::destroy, "bench-end-demo");
            Runtime.getRuntime().addShutdownHook(ending);
            try {
                awaitReady(demo, var);
                return (System.nanoTime() - begin) / 1e9;
            } finally {
                end(demo);
                Runtime.getRuntime().removeShutdownHook(ending);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the demo cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("Interrupted while the demo was starting.");
        }
    }

    /** The launcher writes stack.json last, when the hub's front page has shown itself. */
    private static void awaitReady(Process demo, Path var) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!Files.exists(var.resolve("stack.json"))) {
            if (demo.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() - end > 0) {
                throw new StackFailed("The demo did not start; see " + var.resolve("demo.out"));
            }
        }
    }

    private static void end(Process demo) throws InterruptedException {
        demo.destroy();
        if (!demo.waitFor(60, TimeUnit.SECONDS)) {
            demo.destroyForcibly().waitFor();
        }
    }
}
