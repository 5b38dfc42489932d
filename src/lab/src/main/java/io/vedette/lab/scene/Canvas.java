package io.vedette.lab.scene;

import java.util.Random;

/** A grey picture and the few strokes a made place needs, with smooth edges. Values are reflectances, 0 to 255. */
final class Canvas {
    static final int WIDTH = 640;
    static final int HEIGHT = 360;

    final byte[] pixels = new byte[WIDTH * HEIGHT];

    void fill(double left, double top, double right, double bottom, double tone) {
        for (int y = (int) Math.max(0, top); y < Math.min(HEIGHT, bottom); y++) {
            for (int x = (int) Math.max(0, left); x < Math.min(WIDTH, right); x++) {
                put(y * WIDTH + x, tone);
            }
        }
    }

    /** From one tone at the top to another at the bottom. */
    void shade(int top, int bottom, double from, double to) {
        for (int y = top; y < bottom; y++) {
            fill(0, y, WIDTH, y + 1, from + (to - from) * (y - top) / (bottom - top));
        }
    }

    /** Grass, gravel, plaster: short upright strokes that are a little lighter or darker than what is there. */
    void grain(Random random, int top, int bottom, int strokes, double strength) {
        for (int i = 0; i < strokes; i++) {
            int x = random.nextInt(WIDTH);
            int y = top + random.nextInt(Math.max(1, bottom - top));
            double change = strength * random.nextGaussian();
            int length = 1 + random.nextInt(1 + 5 * (y - top) / Math.max(1, bottom - top));
            for (int row = Math.max(0, y - length); row <= y; row++) {
                int at = row * WIDTH + x;
                put(at, (pixels[at] & 0xff) + change);
            }
        }
    }

    /** A thick line with round ends, seen only between two columns. */
    void limb(double x0, double y0, double x1, double y1, double radius, double tone, double from, double to) {
        double dx = x1 - x0;
        double dy = y1 - y0;
        double square = Math.max(1e-9, dx * dx + dy * dy);
        int left = (int) Math.max(Math.max(0, Math.ceil(from)), Math.min(x0, x1) - radius - 1);
        int right = (int) Math.min(Math.min(WIDTH - 1, to), Math.max(x0, x1) + radius + 1);
        int top = (int) Math.max(0, Math.min(y0, y1) - radius - 1);
        int bottom = (int) Math.min(HEIGHT - 1, Math.max(y0, y1) + radius + 1);
        for (int y = top; y <= bottom; y++) {
            for (int x = left; x <= right; x++) {
                double along = Math.clamp(((x - x0) * dx + (y - y0) * dy) / square, 0, 1);
                double u = x - x0 - along * dx;
                double v = y - y0 - along * dy;
                double away = Math.sqrt(u * u + v * v);
                double cover = Math.clamp(radius + 0.5 - away, 0, 1);
                if (cover > 0) {
                    int at = y * WIDTH + x;
                    put(at, (pixels[at] & 0xff) * (1 - cover) + tone * cover);
                }
            }
        }
    }

    private void put(int at, double tone) {
        pixels[at] = (byte) Math.clamp(Math.round(tone), 0, 255);
    }
}
