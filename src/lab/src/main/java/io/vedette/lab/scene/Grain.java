package io.vedette.lab.scene;

import java.util.Random;

/** A sensor's noise: part of it pixel by pixel, part in blotches, as a camera's own smoothing leaves it. */
final class Grain {
    private static final int SIDE = 1024;
    /** Standard deviation of the table's values. */
    static final double TABLE = 24;

    private final byte[] table = new byte[SIDE * SIDE];

    /** @param blotches share of the variance that is in blotches of about four pixels, 0 to 1 */
    Grain(long seed, double blotches) {
        Random random = new Random(seed);
        float[] coarse = new float[SIDE * SIDE];
        for (int i = 0; i < coarse.length; i++) {
            coarse[i] = (float) random.nextGaussian();
        }
        float[] smooth = smoothed(smoothed(coarse, 1), SIDE);
        double own = Math.sqrt(1 - blotches);
        double shared = Math.sqrt(blotches) * 4; // a mean over 4 x 4 has a quarter of the deviation
        for (int i = 0; i < table.length; i++) {
            double value = TABLE * (own * random.nextGaussian() + shared * smooth[i]);
            table[i] = (byte) Math.clamp(Math.round(value), -127, 127);
        }
    }

    private static float[] smoothed(float[] from, int step) {
        float[] to = new float[from.length];
        for (int i = 0; i < from.length; i++) {
            for (int k = 0; k < 4; k++) {
                to[i] += from[i + k * step & from.length - 1] / 4;
            }
        }
        return to;
    }

    byte[] table() {
        return table;
    }

    /** Where a picture's row begins in the table, given the picture's own corner. */
    static int row(int corner, int y) {
        return corner + y * SIDE & SIDE * SIDE - 1;
    }
}
