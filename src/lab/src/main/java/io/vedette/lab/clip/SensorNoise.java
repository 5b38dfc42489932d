package io.vedette.lab.clip;

import java.util.Random;

/** Gaussian noise as an image sensor adds it, from a table because drawing each value would be the dearest part of a clip. */
final class SensorNoise {
    private static final int SIZE = 1 << 20;
    private final byte[] table = new byte[SIZE];
    private final Random random = new Random(11); // the same noise each time: a clip is the same wherever it is made

    SensorNoise(double sigma) {
        for (int i = 0; i < SIZE; i++) {
            table[i] = (byte) Math.round(random.nextGaussian() * sigma);
        }
    }

    /** Writes clean luma plus noise. */
    void apply(byte[] clean, byte[] noisy, int width) {
        for (int row = 0; row < clean.length; row += width) {
            int from = random.nextInt(SIZE - width);
            for (int x = 0; x < width; x++) {
                int value = (clean[row + x] & 0xff) + table[from + x];
                noisy[row + x] = (byte) Math.clamp(value, 16, 235);
            }
        }
    }
}
