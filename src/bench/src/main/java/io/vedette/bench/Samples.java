package io.vedette.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

/** Durations of one thing done again and again. For one thread. */
public final class Samples {
    private final List<Long> nanos = new ArrayList<>();
    private final LongSupplier ticker;

    public Samples(LongSupplier ticker) {
        this.ticker = ticker;
    }

    public void time(Runnable work) {
        long start = ticker.getAsLong();
        work.run();
        nanos.add(ticker.getAsLong() - start);
    }

    /** The duration below which this share of the samples lies, in milliseconds: nearest rank. */
    public double percentileMillis(double share) {
        if (nanos.isEmpty()) {
            throw new IllegalStateException("nothing was timed");
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int rank = (int) Math.ceil(share * sorted.size());
        return sorted.get(Math.max(rank, 1) - 1) / 1e6;
    }
}
