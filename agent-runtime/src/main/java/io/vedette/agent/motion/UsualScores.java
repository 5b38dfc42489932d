package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;

/**
 * What scores are usual in each block: a running mean and a running mean deviation. One score moves them by no more than a
 * few deviations (Huber's way), so that somebody who passes does not blind the block, and rain that goes on does.
 */
final class UsualScores {
    private static final double CLIP = 3;
    /** So that a block in which nothing ever changed can learn at all. */
    private static final double LEAST_DEVIATION = 0.15;

    private static final double SHARE_OF_WHAT_MOVES = 0.25;
    private static final boolean[] NOWHERE = new boolean[BLOCKS];

    private final double[] mean = new double[BLOCKS];
    private final double[] deviation = new double[BLOCKS];

    double mean(int block) {
        return mean[block];
    }

    /** The score that so many deviations above the mean make. */
    double above(int block, double deviations) {
        return mean[block] + deviations * deviation[block];
    }

    /** @param share of the new, 0 to 1 */
    void learn(double[] score, double share) {
        learn(score, share, NOWHERE);
    }

    /** @param moving blocks in which somebody may be, who is not usual: learned slowly, for what goes on is usual after all */
    void learn(double[] score, double share, boolean[] moving) {
        for (int i = 0; i < BLOCKS; i++) {
            double taken = moving[i] ? SHARE_OF_WHAT_MOVES * share : share;
            double most = CLIP * (deviation[i] + LEAST_DEVIATION);
            double step = Math.clamp(score[i] - mean[i], -most, most);
            mean[i] += taken * step;
            deviation[i] += taken * (Math.abs(step) - deviation[i]);
        }
    }

    /** Without holding back: nothing is known yet. */
    void begin(double[] score, double share) {
        for (int i = 0; i < BLOCKS; i++) {
            double step = score[i] - mean[i];
            mean[i] += share * step;
            deviation[i] += share * (Math.abs(step) - deviation[i]);
        }
    }
}
