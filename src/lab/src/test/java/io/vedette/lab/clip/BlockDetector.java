package io.vedette.lab.clip;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * A plain motion detector, the yardstick for the clip: 320x180, 20x12 blocks, what a change of gain and offset within a block
 * cannot explain. Two touching blocks over the threshold, or one at twice of it, are motion.
 */
final class BlockDetector {
    private static final int W = 320;
    private static final int H = 180;
    private static final int COLUMNS = 20;
    private static final int ROWS = 12;
    private static final double STEP = 0.1; // seconds between two pictures

    private final double floor;
    private final double[] background = new double[W * H];
    private final double[] level = new double[COLUMNS * ROWS];
    private final Deque<double[]> recent = new ArrayDeque<>();
    private int pictures;

    /** A floor of 7 is a calm detector, 5 a nervous one. */
    BlockDetector(double floor) {
        this.floor = floor;
    }

    boolean moves(byte[] luma, int width, int height) {
        double[] picture = blur(shrink(luma, width, height));
        if (pictures++ == 0) {
            System.arraycopy(picture, 0, background, 0, picture.length);
        }
        recent.addLast(picture);
        double[] older = recent.size() > 2 ? recent.removeFirst() : recent.getFirst();
        double[] score = scores(picture, background);
        double[] fresh = scores(picture, older);
        double[] threshold =
                Arrays.stream(level).map(l -> Math.max(floor, 3 * l)).toArray();
        boolean[] active = new boolean[score.length];
        int count = 0;
        for (int i = 0; i < score.length; i++) {
            active[i] = score[i] > threshold[i];
            count += active[i] ? 1 : 0;
            level[i] += (score[i] - level[i]) * STEP / (active[i] ? 20 : 4);
        }
        learn(picture, active, count > score.length / 2);
        return pictures > 20 && count <= score.length / 2 && grouped(score, fresh, threshold, active);
    }

    private static boolean grouped(double[] score, double[] fresh, double[] threshold, boolean[] active) {
        for (int i = 0; i < score.length; i++) {
            boolean alive = active[i] && fresh[i] > 0.7 * threshold[i];
            if (alive && (score[i] > 2 * threshold[i] || hasNeighbour(active, i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasNeighbour(boolean[] active, int block) {
        for (int y = Math.max(0, block / COLUMNS - 1); y <= Math.min(ROWS - 1, block / COLUMNS + 1); y++) {
            for (int x = Math.max(0, block % COLUMNS - 1); x <= Math.min(COLUMNS - 1, block % COLUMNS + 1); x++) {
                if (active[y * COLUMNS + x] && y * COLUMNS + x != block) {
                    return true;
                }
            }
        }
        return false;
    }

    private void learn(double[] picture, boolean[] active, boolean sceneChanged) {
        for (int i = 0; i < picture.length; i++) {
            int block = i / W / (H / ROWS) * COLUMNS + i % W / (W / COLUMNS);
            double seconds = sceneChanged ? 0.5 : active[block] ? 15 : 3;
            background[i] += (picture[i] - background[i]) * STEP / seconds;
        }
    }

    private static double[] scores(double[] c, double[] b) {
        double[] scores = new double[COLUMNS * ROWS];
        int w = W / COLUMNS;
        int h = H / ROWS;
        for (int block = 0; block < scores.length; block++) {
            double mc = 0, mb = 0, cc = 0, bb = 0, cb = 0;
            for (int y = 0; y < h; y++) {
                for (int x = 0; x < w; x++) {
                    int at = (block / COLUMNS * h + y) * W + block % COLUMNS * w + x;
                    mc += c[at];
                    mb += b[at];
                    cc += c[at] * c[at];
                    bb += b[at] * b[at];
                    cb += c[at] * b[at];
                }
            }
            int n = w * h;
            double vc = cc / n - mc / n * mc / n;
            double vb = bb / n - mb / n * mb / n;
            double cv = cb / n - mc / n * mb / n;
            double g = vb > 1 ? Math.clamp(cv / vb, 0.2, 4) : 1;
            scores[block] = Math.sqrt(Math.max(0, vc - 2 * g * cv + g * g * vb));
        }
        return scores;
    }

    private static double[] shrink(byte[] luma, int width, int height) {
        double[] small = new double[W * H];
        int fx = width / W;
        int fy = height / H;
        for (int i = 0; i < small.length; i++) {
            int sum = 0;
            for (int k = 0; k < fx * fy; k++) {
                sum += luma[(i / W * fy + k / fx) * width + i % W * fx + k % fx] & 0xff;
            }
            small[i] = (double) sum / (fx * fy);
        }
        return small;
    }

    private static double[] blur(double[] picture) {
        double[] once = new double[picture.length];
        double[] twice = new double[picture.length];
        for (int i = 0; i < picture.length; i++) {
            for (int d = -2; d <= 2; d++) {
                once[i] += picture[i / W * W + Math.clamp(i % W + d, 0, W - 1)] / 5;
            }
        }
        for (int i = 0; i < picture.length; i++) {
            for (int d = -2; d <= 2; d++) {
                twice[i] += once[Math.clamp(i / W + d, 0, H - 1) * W + i % W] / 5;
            }
        }
        return twice;
    }
}
