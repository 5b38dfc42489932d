package io.vedette.stack.words;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/** One line per thing worth knowing, with the seconds since the start. Safe for several threads. */
public final class Progress {
    private final PrintStream out;
    private final LongSupplier nanos;
    private final long startedAt;

    /** @param nanos a monotonic clock, {@link System#nanoTime} outside tests */
    public Progress(PrintStream out, LongSupplier nanos) {
        this.out = out;
        this.nanos = nanos;
        this.startedAt = nanos.getAsLong();
    }

    public static Progress on(PrintStream out) {
        return new Progress(out, System::nanoTime);
    }

    public Step step(String name) {
        return new Step(this, name);
    }

    /** A line that belongs to no step. */
    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    long now() {
        return nanos.getAsLong();
    }

    void line(String step, String text) {
        double seconds = (now() - startedAt) / 1e9;
        say(String.format(Locale.ROOT, "%7.1f s  %-14s %s", seconds, step, text));
    }
}
