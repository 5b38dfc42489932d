package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;
import static io.vedette.agent.motion.BlockScores.COLUMNS;
import static io.vedette.agent.motion.BlockScores.ROWS;

import java.util.Arrays;

/**
 * From the scores of one picture's blocks to a verdict. Each block has a threshold of its own that follows what is usual
 * there: noise, rain and leaves raise it. The numbers were chosen by measurement on made clips; floor 7 found 69 of 70
 * figures and none of eight kinds of disturbance.
 */
final class MotionDecision {
    private static final double FLOOR = 7;
    private static final double TIMES_USUAL = 3;
    private static final double USUAL_SECONDS = 4;
    private static final double USUAL_SECONDS_ACTIVE = 20;
    private static final double BACKGROUND_SECONDS = 3;
    private static final double BACKGROUND_SECONDS_ACTIVE = 15;
    private static final double LEARN_FIRST_SECONDS = 2;
    private static final double RELEARN_SECONDS = 0.5;
    /** A single block this far above its threshold is enough. */
    private static final double LONELY = 2;
    /** Against a recent picture, so that a parked thing or a ghost of one is no motion. */
    private static final double MOVES_NOW = 0.7;

    private final double[] usual = new double[BLOCKS];
    private final boolean[] active = new boolean[BLOCKS];
    private final double[] threshold = new double[BLOCKS];
    private final int[] group = new int[BLOCKS];

    private double learnSeconds;
    private boolean begun;

    /**
     * @param hit something moves in this one picture
     * @param size number of active blocks, for choosing the most telling picture
     * @param share of the picture to be taken into the background, and the same under active blocks
     */
    record Verdict(boolean hit, int size, boolean[] active, double share, double shareUnderMotion) {}

    /** @param seconds since the picture before */
    Verdict decide(BlockScores.Scores scores, double seconds) {
        int count = mark(scores.background());
        boolean sceneChange = count > BLOCKS / 2;
        if (sceneChange || !begun) {
            // This picture is the new background; its scores are the change itself and say nothing of the usual noise.
            learnSeconds = Math.max(learnSeconds, begun ? RELEARN_SECONDS : LEARN_FIRST_SECONDS);
            begun = true;
            Arrays.fill(active, false);
            return new Verdict(false, 0, active, 1, 1);
        }
        if (learnSeconds > 0) {
            learnSeconds -= seconds;
            return learn(scores.background(), seconds);
        }
        boolean hit = moves(scores);
        for (int i = 0; i < BLOCKS; i++) {
            double pace = share(seconds, active[i] ? USUAL_SECONDS_ACTIVE : USUAL_SECONDS);
            usual[i] += pace * (scores.background()[i] - usual[i]);
        }
        return new Verdict(
                hit, count, active, share(seconds, BACKGROUND_SECONDS), share(seconds, BACKGROUND_SECONDS_ACTIVE));
    }

    private int mark(double[] score) {
        int count = 0;
        for (int i = 0; i < BLOCKS; i++) {
            threshold[i] = Math.max(FLOOR, TIMES_USUAL * usual[i]);
            active[i] = score[i] > threshold[i];
            count += active[i] ? 1 : 0;
        }
        return count;
    }

    /** At the start and after a scene change whatever is seen is background, and whatever goes on is usual there. */
    private Verdict learn(double[] score, double seconds) {
        for (int i = 0; i < BLOCKS; i++) {
            usual[i] += share(seconds, USUAL_SECONDS) * (score[i] - usual[i]);
        }
        Arrays.fill(active, false);
        double pace = share(seconds, RELEARN_SECONDS);
        return new Verdict(false, 0, active, pace, pace);
    }

    /** A group of touching active blocks, or one block by far, of which some differ from a moment ago as well. */
    private boolean moves(BlockScores.Scores scores) {
        Arrays.fill(group, 0);
        int[] stack = new int[BLOCKS];
        for (int seed = 0; seed < BLOCKS; seed++) {
            if (!active[seed] || group[seed] != 0) {
                continue;
            }
            int size = 0;
            int waiting = 0;
            boolean strong = false;
            boolean now = false;
            stack[waiting++] = seed;
            group[seed] = seed + 1;
            while (waiting > 0) {
                int block = stack[--waiting];
                size++;
                strong |= scores.background()[block] > LONELY * threshold[block];
                now |= scores.recent()[block] > MOVES_NOW * threshold[block];
                waiting = pushNeighbours(block, seed, stack, waiting);
            }
            if (now && (size >= 2 || strong)) {
                return true;
            }
        }
        return false;
    }

    private int pushNeighbours(int block, int seed, int[] stack, int waiting) {
        int row = block / COLUMNS;
        int column = block % COLUMNS;
        for (int r = Math.max(0, row - 1); r <= Math.min(ROWS - 1, row + 1); r++) {
            for (int c = Math.max(0, column - 1); c <= Math.min(COLUMNS - 1, column + 1); c++) {
                int next = r * COLUMNS + c;
                if (active[next] && group[next] == 0) {
                    group[next] = seed + 1;
                    stack[waiting++] = next;
                }
            }
        }
        return waiting;
    }

    /** How much of the new an exponential mean takes in after that time. */
    private static double share(double seconds, double constant) {
        return 1 - Math.exp(-seconds / constant);
    }
}
