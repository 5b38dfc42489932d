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
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;

/** Waits until a child does its work. Asks for real pages: a port that is open says nothing about the program behind it. */
public final class Ready {
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Kept kept;
    private final Step step;
    private final String what;

    /** @param kept remembers how long it took, for the next start's progress */
    public Ready(Kept kept, Step step) {
        this(kept, step, "starting");
    }

    /** @param what is waited for, one word or two */
    public Ready(Kept kept, Step step, String what) {
        this.kept = kept;
        this.step = step;
        this.what = what;
    }

    /** Returns when {@code page} answers 200; throws {@link StackFailed} when the child ends or takes too long. */
    public void await(Child child, URI page, Duration patience) {
        await(child, page, status -> status == 200, patience);
    }

    /** As the other, for pages that answer something else when all is well. */
    public void await(Child child, URI page, IntPredicate good, Duration patience) {
        try (HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(1))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build()) {
            await(child, () -> good.test(status(http, page)), patience);
        }
    }

    public void await(Child child, BooleanSupplier ready, Duration patience) {
        String key = "took." + child.name() + "." + what.replace(' ', '-');
        Duration before =
                kept.get(key).map(Long::parseLong).map(Duration::ofMillis).orElse(Duration.ZERO);
        long begun = System.nanoTime();
        boolean inTime = Wait.until(patience, PAUSE, () -> {
            step.waiting(what, before);
            return !child.isAlive() || ready.getAsBoolean();
        });
        if (!child.isAlive()) {
            throw new StackFailed(child.obituary());
        }
        if (!inTime) {
            throw new StackFailed(
                    child.name() + " was not ready after " + patience.toSeconds() + " s. " + child.obituary());
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
