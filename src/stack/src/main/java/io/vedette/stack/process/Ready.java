package io.vedette.stack.process;

import io.vedette.stack.state.Kept;
import io.vedette.stack.time.Wait;
import io.vedette.stack.words.StackFailed;
import io.vedette.stack.words.Step;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.function.IntPredicate;

/** Waits on real pages: a port that is open says nothing about the program behind it. */
public final class Ready {
    private static final Duration PAUSE = Duration.ofMillis(150);

    private Ready() {}

    /** Returns when {@code page} answers 200; throws {@link StackFailed} when the child ends or takes too long. */
    public static void await(Child child, URI page, Duration patience, String what, Kept kept, Step step) {
        await(child, page, status -> status == 200, patience, what, kept, step);
    }

    public static void await(
            Child child, URI page, IntPredicate good, Duration patience, String what, Kept kept, Step step) {
        String key = "took." + child.name();
        Duration before =
                kept.get(key).map(Long::parseLong).map(Duration::ofMillis).orElse(Duration.ZERO);
        long begun = System.nanoTime();
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            boolean ready = Wait.until(patience, PAUSE, () -> {
                step.waiting(what, before);
                return !child.isAlive() || good.test(status(http, page));
            });
            if (!child.isAlive()) {
                throw new StackFailed(child.obituary());
            }
            if (!ready) {
                String words =
                        child.name() + " was not ready after " + patience.toSeconds() + " s. " + child.obituary();
                throw new StackFailed(words);
            }
        }
        kept.put(key, Long.toString(Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }

    private static int status(HttpClient http, URI page) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(page).timeout(Duration.ofSeconds(5)).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0; // not yet
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("The start was interrupted.", e);
        }
    }
}
