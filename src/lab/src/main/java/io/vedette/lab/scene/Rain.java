package io.vedette.lab.scene;

import java.util.Random;

/** Streaks of one exposure, other ones in each picture: most far and thin, some near, wide and faint. */
final class Rain {
    private final long seed;
    private final int heaviest;
    private final double opacity;
    private final double slant;
    private final double turn;

    Rain(long seed) {
        Random random = new Random(seed);
        this.seed = seed;
        this.heaviest = 60 + random.nextInt(160);
        this.opacity = 0.2 + 0.3 * random.nextDouble();
        this.slant = 0.5 * random.nextDouble() - 0.25;
        this.turn = 10 + 30 * random.nextDouble();
    }

    void fall(int frame, double seconds, byte[] luma) {
        Random random = new Random(seed * 31 + frame * 0x9e3779b97f4a7c15L);
        int count = (int) (heaviest * (0.7 + 0.3 * Math.sin(2 * Math.PI * seconds / turn)));
        for (int i = 0; i < count; i++) {
            boolean near = random.nextInt(40) == 0;
            int length = near ? 50 + random.nextInt(70) : 8 + random.nextInt(22);
            int width = near ? 3 + random.nextInt(3) : 1;
            double strength = (near ? 0.5 : 1) * opacity * (0.5 + random.nextDouble());
            double x = random.nextInt(Canvas.WIDTH);
            int y = random.nextInt(Canvas.HEIGHT + length) - length;
            streak(luma, x, y, length, width, strength);
        }
    }

    private void streak(byte[] luma, double x, int y, int length, int width, double strength) {
        for (int row = Math.max(0, y); row < Math.min(Canvas.HEIGHT, y + length); row++) {
            int left = (int) (x + slant * (row - y));
            for (int column = Math.max(0, left); column < Math.min(Canvas.WIDTH, left + width); column++) {
                int at = row * Canvas.WIDTH + column;
                int value = luma[at] & 0xff;
                luma[at] = (byte) Math.clamp(Math.round(value + (190 - value) * strength), 0, 255);
            }
        }
    }
}
