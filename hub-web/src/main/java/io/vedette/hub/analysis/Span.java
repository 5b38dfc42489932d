package io.vedette.hub.analysis;

/** From when to when, in milliseconds from a recording's first picture; a moment when both are the same. */
public record Span(long fromMs, long toMs) {
    /** A recording is not longer than a day. */
    private static final long LONGEST_MS = 86_400_000L;

    public Span {
        if (fromMs < 0 || toMs < fromMs || toMs > LONGEST_MS) {
            throw new IllegalArgumentException("a span begins at 0 ms or later, and ends no earlier, within a day");
        }
    }

    boolean contains(long ms) {
        return ms >= fromMs && ms <= toMs;
    }
}
