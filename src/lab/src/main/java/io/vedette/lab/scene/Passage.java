package io.vedette.lab.scene;

import java.time.Duration;
import java.util.Random;

/**
 * One person who passes a gap (a gate, the space between two cars) at an even pace: hidden left and right of it.
 *
 * @param from first column of the gap
 * @param to last column of the gap
 * @param height in pixels, from the soles to the crown
 * @param pace in heights per second; 0.8 is a walk, 2.5 a run
 */
record Passage(
        Labelled label,
        double from,
        double to,
        double feet,
        double height,
        double pace,
        boolean left,
        Clothes clothes) {
    /** Tones of coat, trousers and skin, in either spectrum. */
    record Clothes(double coat, double trousers, double skin, double infraredCoat, double infraredTrousers) {
        static Clothes random(Random random) {
            double coat = random.nextBoolean() ? 20 + random.nextInt(50) : 90 + random.nextInt(140);
            double trousers = random.nextInt(3) > 0 ? 20 + random.nextInt(60) : 80 + random.nextInt(110);
            return new Clothes(
                    coat, trousers, 70 + random.nextInt(110), 90 + random.nextInt(120), 70 + random.nextInt(120));
        }
    }

    /** In sight, were it for a hand's breadth only. */
    boolean showsAt(double seconds) {
        double margin = 0.3 / pace;
        return seconds > seconds(label.start()) - margin && seconds < seconds(label.end()) + margin;
    }

    void paint(Canvas canvas, double seconds, boolean infrared) {
        double walked = (seconds - seconds(label.start())) * pace * height;
        double x = left ? to - walked : from + walked;
        double coat = infrared ? clothes.infraredCoat : clothes.coat;
        double trousers = infrared ? clothes.infraredTrousers : clothes.trousers;
        double hip = feet - height * 0.47;
        double shoulder = feet - height * 0.80;
        double swing = Math.sin(walked / height * 2 * Math.PI) * height * (pace > 1.4 ? 0.22 : 0.16);
        limb(canvas, x, hip, x - swing, feet - height * 0.04, 0.045, trousers * 0.8);
        limb(canvas, x, hip, x + swing, feet - height * 0.04, 0.045, trousers);
        limb(canvas, x, shoulder + height * 0.05, x, hip - height * 0.03, 0.09, coat);
        limb(canvas, x, shoulder + height * 0.04, x - swing * 0.8, hip, 0.035, coat * 0.8);
        limb(canvas, x, feet - height * 0.93, x, feet - height * 0.90, 0.06, infrared ? 150 : clothes.skin);
    }

    private void limb(Canvas c, double x0, double y0, double x1, double y1, double thick, double tone) {
        c.limb(x0, y0, x1, y1, thick * height, tone, from, to);
    }

    private static double seconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
