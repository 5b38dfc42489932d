package io.vedette.hub.analysis;

/** How sure an engine is, from 0 to 1, to four decimals. */
public record Confidence(double value) implements Comparable<Confidence> {
    public static final Confidence NONE = new Confidence(0);
    public static final Confidence CERTAIN = new Confidence(1);
    private static final double STEPS = 10_000;

    public Confidence {
        if (!(value >= 0 && value <= 1)) { // neither is what is no number
            throw new IllegalArgumentException("a confidence is a number from 0 to 1");
        }
        value = Math.round(value * STEPS) / STEPS;
    }

    /** In hundredths, cut: what is not 100 does not say so. */
    public int percent() {
        return (int) (value * 100 + 1e-9);
    }

    @Override
    public int compareTo(Confidence other) {
        return Double.compare(value, other.value);
    }
}
