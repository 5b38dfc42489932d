package io.vedette.stack.words;

import java.time.Duration;
import java.util.Locale;

/** One part of the start as a person sees it. Running figures appear at most every three seconds, milestones always. */
public final class Step {
    private static final long BETWEEN = Duration.ofSeconds(3).toNanos();

    private final Progress progress;
    private final String name;
    private final long startedAt;
    private long spokeAt;

    Step(Progress progress, String name) {
        this.progress = progress;
        this.name = name;
        this.startedAt = progress.now();
        this.spokeAt = startedAt;
    }

    /** A milestone. */
    public synchronized void say(String text) {
        spokeAt = progress.now();
        progress.line(name, text);
    }

    /** A milestone with the time this step took so far. */
    public synchronized void done(String text) {
        say(text + " (" + seconds(elapsed()) + ")");
    }

    /** How far the work has come, where the whole is known. */
    public synchronized void bytes(String what, long done, long whole) {
        if (quiet() || whole <= 0) {
            return;
        }
        say(String.format(
                Locale.ROOT, "%s: %d %%, %.0f of %.0f MB", what, done * 100 / whole, done / 1e6, whole / 1e6));
    }

    public synchronized void percent(String what, int percent) {
        if (!quiet()) {
            say(what + ": " + percent + " %");
        }
    }

    /** How long it takes already, where the whole is not known; {@code before} is what it took last time, zero if unknown. */
    public synchronized void waiting(String what, Duration before) {
        if (quiet()) {
            return;
        }
        String last = before.isZero() ? "" : ", took " + seconds(before) + " last time";
        say(what + ": " + seconds(elapsed()) + last);
    }

    public Duration elapsed() {
        return Duration.ofNanos(progress.now() - startedAt);
    }

    private boolean quiet() {
        return progress.now() - spokeAt < BETWEEN;
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
