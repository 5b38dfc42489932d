package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;

import java.util.Arrays;

/**
 * Whether it rains: streaks, each in one picture alone, now here, now there, over the whole picture. Somebody who runs makes them as
 * well, but in few places and not for long; a tree in the wind always in the same ones.
 */
final class Rain {
    private static final double LOOK_SECONDS = 0.5;
    private static final double LEARN_SECONDS = 10;
    /** Beyond what half of the blocks have, which is noise. */
    private static final double TIMES_NOISE = 1.4;

    private static final double LEAST = 0.3;
    private static final double SHARE_OF_TIME = 0.1;
    private static final double SHARE_OF_BLOCKS = 0.33;

    private final double[] streaked = new double[BLOCKS];
    private final double[] sorted = new double[BLOCKS];
    private double waited = LOOK_SECONDS;
    private double watched;
    private boolean falls;

    /**
     * Looks at the picture added last; not at each, for this costs half of a look.
     *
     * @param seconds since the picture before
     */
    void look(BlockScores engine, double seconds) {
        waited += seconds;
        if (waited >= LOOK_SECONDS) {
            engine.alone().ifPresent(scores -> learn(scores, waited));
            waited = 0;
        }
    }

    /** @param alone what shows in one picture and not in the two before it */
    void learn(double[] alone, double seconds) {
        System.arraycopy(alone, 0, sorted, 0, BLOCKS);
        Arrays.sort(sorted);
        double least = TIMES_NOISE * sorted[BLOCKS / 2] + LEAST;
        watched += seconds;
        // a plain mean at first, so that it is known before anything is said
        double share = Math.max(seconds / watched, 1 - Math.exp(-seconds / LEARN_SECONDS));
        int count = 0;
        for (int i = 0; i < BLOCKS; i++) {
            streaked[i] += share * ((alone[i] > least ? 1 : 0) - streaked[i]);
            count += streaked[i] > SHARE_OF_TIME ? 1 : 0;
        }
        falls = count > SHARE_OF_BLOCKS * BLOCKS;
    }

    boolean falls() {
        return falls;
    }
}
