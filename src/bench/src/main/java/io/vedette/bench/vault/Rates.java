package io.vedette.bench.vault;

import io.vedette.bench.Figure;
import io.vedette.stack.words.StackFailed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What both sides brought in per second, in MB, round by round, each going first in every other round; and how much of the same bytes SHA-256 alone took,
 * from memory, in the same rounds and as many at once.
 */
record Rates(List<Double> ours, List<Double> known, List<Double> hashed) {
    private static final int ROUNDS = 5;
    /** At least 85 % of the known rate. */
    private static final double TARGET = 1 / 0.85;

    /** @param at how many at once */
    static Rates of(Side ours, Side known, int blobs, int at, int bytes) {
        var rates = new Rates(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        Side hash = Side.hashing(bytes);
        rate(ours, blobs, at, bytes, "warm-a"); // compiled and connected
        rate(known, blobs, at, bytes, "warm-b");
        rate(hash, blobs, at, bytes, "warm-c");
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = round % 2 == 0;
            if (first) {
                rates.ours.add(rate(ours, blobs, at, bytes, "round-" + round + "-a"));
            }
            rates.known.add(rate(known, blobs, at, bytes, "round-" + round + "-b"));
            if (!first) {
                rates.ours.add(rate(ours, blobs, at, bytes, "round-" + round + "-a"));
            }
            rates.hashed.add(rate(hash, blobs, at, bytes, "round-" + round + "-c"));
        }
        return rates;
    }

    private static double rate(Side side, int blobs, int at, int bytes, String round) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < blobs; i++) {
            names.add(round + "-" + at + "-" + bytes + "-" + i);
        }
        long begin = System.nanoTime();
        all(side.put(), names, at);
        double seconds = (System.nanoTime() - begin) / 1e9;
        all(side.remove(), names, 1);
        return (double) blobs * bytes / 1e6 / seconds;
    }

    private static void all(Side.Way way, List<String> names, int at) {
        try (var threads = Executors.newFixedThreadPool(at)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (String name : names) {
                running.add(threads.submit(() -> {
                    way.go(name);
                    return true;
                }));
            }
            for (Future<Boolean> one : running) {
                var unused = one.get();
            }
        } catch (ExecutionException e) {
            throw new StackFailed("A store took nothing.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailed("Interrupted while a store was filled.");
        }
    }

    Figure figure(String name) {
        String words = String.format(
                Locale.ROOT,
                "%.0f MB/s of %.0f MB/s without us, medians of %d rounds, ours %s, without us %s;"
                        + " SHA-256 alone %.0f MB/s, so that without us and then hashed would be %.2f",
                median(ours),
                median(known),
                ROUNDS,
                spread(ours),
                spread(known),
                median(hashed),
                1 + median(known) / median(hashed));
        return new Figure(name, median(known) / median(ours), TARGET, words);
    }

    private static double median(List<Double> rates) {
        List<Double> sorted = new ArrayList<>(rates);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static String spread(List<Double> rates) {
        return String.format(Locale.ROOT, "%.0f to %.0f", Collections.min(rates), Collections.max(rates));
    }
}
