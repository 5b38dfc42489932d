package io.vedette.agent.soak;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** How steeply a row of figures rises, whatever single ones of them do. */
final class Slope {
    private Slope() {}

    /** The middle one of the slopes between all pairs (Theil and Sen): three in ten may be anything. */
    static double of(double[] at, double[] values) {
        return middle(IntStream.range(0, at.length)
                .boxed()
                .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(j -> (values[i] - values[j]) / (at[i] - at[j])))
                .toArray());
    }

    /** The middle one, of an even number the mean of the two in the middle. */
    static double middle(double[] values) {
        double[] sorted = DoubleStream.of(values).sorted().toArray();
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
