package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Blocks in which something always stirs a little: leaves, a flag, water. They are known from the last minute, before the gust
 * comes. When many of them move at once it is the wind, and in and beside them only that counts which has more contrast than
 * they have themselves: however leaves are thrown about, they stay as light and as dark as they are.
 */
final class Foliage {
    private static final double LEARN_SECONDS = 30;
    private static final double TIMES_NOISE = 1.5;
    private static final double LEAST_STIR = 0.2;
    private static final double GUST_SHARE = 0.25;
    private static final int GUST_BLOCKS = 3;
    private static final double TIMES_TEXTURE = 1.1;

    private final UsualScores stir = new UsualScores();
    private final double[] sorted = new double[BLOCKS];
    private BitSet stirring = new BitSet();
    private double watchedSeconds;

    void learn(double[] recent, double seconds) {
        watchedSeconds += seconds;
        // a plain mean at first, so that what is known after ten seconds counts
        stir.learn(recent, Math.max(seconds / watchedSeconds, 1 - Math.exp(-seconds / LEARN_SECONDS)));
        for (int i = 0; i < BLOCKS; i++) {
            sorted[i] = stir.mean(i);
        }
        Arrays.sort(sorted);
        double least = TIMES_NOISE * sorted[BLOCKS / 2] + LEAST_STIR;
        stirring.clear();
        for (int i = 0; i < BLOCKS; i++) {
            stirring.set(i, stir.mean(i) > least);
        }
    }

    /**
     * Raises thresholds while there is a gust.
     *
     * @param recent difference from a moment ago
     * @param floor below which nothing moves
     * @param texture contrast of the background in each block
     */
    void shelter(double[] recent, double floor, double[] texture, double[] threshold) {
        int moving = (int) stirring.stream().filter(i -> recent[i] > floor).count();
        if (moving < GUST_BLOCKS || moving < GUST_SHARE * stirring.cardinality()) {
            return;
        }
        BlockGroups.widened(stirring, 1).stream().forEach(i -> {
            BitSet around = new BitSet(BLOCKS);
            around.set(i);
            double most = BlockGroups.widened(around, 1).stream()
                    .filter(stirring::get)
                    .mapToDouble(k -> texture[k])
                    .max()
                    .orElse(0);
            threshold[i] = Math.max(threshold[i], TIMES_TEXTURE * most);
        });
    }
}
