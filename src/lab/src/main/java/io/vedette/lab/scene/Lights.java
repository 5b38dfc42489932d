package io.vedette.lab.scene;

import java.util.Random;

/** The kinds of light that disturb. */
final class Lights {
    private Lights() {}

    /** A lamp in the evening; the exposure follows within a second. */
    static Lighting lamp(Random random, double seconds, boolean sharp) {
        Switches lamp = new Switches(random, seconds, new Switches.Stay(15, 60), new Switches.Stay(15, 60));
        double evening = 0.35 + 0.2 * random.nextDouble();
        double strength = 0.3 + 0.5 * random.nextDouble();
        double cx = 100 + random.nextInt(440);
        double cy = 120 + random.nextInt(200);
        double wide = 90 + random.nextInt(160);
        return new Lighting() {
            private double exposure(double at) {
                double now = lamp.on(at) ? 0.8 : 1;
                double before = lamp.on(at) ? 1 : 0.8;
                return now + (before - now) * Math.exp(-lamp.since(at) / 0.5);
            }

            @Override
            public double gain(double at, double x, double y) {
                double away = ((x - cx) * (x - cx) + (y - cy) * (y - cy)) / (wide * wide);
                double cone = lamp.on(at) ? strength * (0.15 + (sharp ? 0 : 0.85 * Math.exp(-away))) : 0;
                return (evening + cone) * exposure(at);
            }

            @Override
            public double patch(double at) {
                return sharp && lamp.on(at) ? strength * exposure(at) : 0;
            }
        };
    }

    /** Dusk until the filter goes: a dark moment, then too bright, then right. */
    static Lighting filter(Random random, double seconds) {
        Switches filter = new Switches(random, seconds, new Switches.Stay(40, 120), new Switches.Stay(40, 120));
        double dusk = 0.45 + 0.3 * random.nextDouble();
        return new Lighting() {
            private static final double MOVING_SECONDS = 0.15;

            @Override
            public boolean infrared(double at) {
                return filter.on(at) == filter.since(at) >= MOVING_SECONDS;
            }

            @Override
            public double gain(double at, double x, double y) {
                double since = filter.since(at);
                double dark = since < MOVING_SECONDS ? 0.25 : 1;
                double over = 1 + (since < MOVING_SECONDS ? 0 : Math.exp(-(since - MOVING_SECONDS) / 0.4));
                double u = (x - 320) / 400;
                double v = (y - 200) / 300;
                double lit = infrared(at) ? 1.1 - 0.6 * (u * u + v * v) : dusk;
                return lit * dark * over;
            }
        };
    }

    static Lighting flicker(long seed, Random random) {
        double beat = 0.3 + 2 * random.nextDouble();
        double bands = 0.5 + 2 * random.nextDouble();
        double deep = 0.01 + 0.03 * random.nextDouble();
        return (seconds, x, y) -> {
            Random jump = new Random(seed ^ Math.round(seconds * MadeScene.FRAMES_PER_SECOND) * 0x9e3779b97f4a7c15L);
            double even = 1 + 0.05 * (2 * jump.nextDouble() - 1);
            return 0.8 * even * (1 + deep * Math.sin(2 * Math.PI * (bands * y / Canvas.HEIGHT + beat * seconds)));
        };
    }

    /** Three waves of different direction; where they add up there is shadow. */
    static Lighting clouds(Random random) {
        double[] kx = new double[3];
        double[] ky = new double[3];
        double[] pace = new double[3];
        double[] phase = new double[3];
        for (int i = 0; i < 3; i++) {
            double length = 250 + random.nextInt(500);
            double direction = random.nextDouble() * 2 * Math.PI;
            kx[i] = Math.cos(direction) / length;
            ky[i] = Math.sin(direction) / length;
            pace[i] = 0.03 + 0.12 * random.nextDouble();
            phase[i] = random.nextDouble();
        }
        return (seconds, x, y) -> {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += Math.sin(2 * Math.PI * (kx[i] * x + ky[i] * y + pace[i] * seconds + phase[i]));
            }
            double shadow = 1 / (1 + Math.exp(-4 * sum));
            return 1 - 0.35 * shadow;
        };
    }
}
