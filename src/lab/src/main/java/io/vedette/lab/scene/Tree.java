package io.vedette.lab.scene;

import java.util.Random;

/**
 * A tree of leaves on branches. A branch leans with the wind and swings in its own time, more at its end; a leaf flutters
 * and turns its lighter side. Gusts come at random moments, rise within a second and last for some.
 */
final class Tree {
    private static final int BRANCHES = 14;

    private record Leaf(int branch, double x, double y, double reach, double radius, double tone, double phase) {}

    private final Leaf[] leaves;
    private final double[] swing = new double[BRANCHES];
    private final double[] phase = new double[BRANCHES];
    private final double trunkX;
    private final double top;
    private final double feet;
    private final double strength;
    private final double breeze;
    private final Switches gusts;

    Tree(Place place, long seed, double seconds) {
        Random random = new Random(seed);
        feet = place.horizon + 30 + random.nextInt(90);
        double tall = Math.min(feet + 20, 140 + random.nextInt(140));
        top = feet - tall;
        trunkX = 60 + random.nextInt(520);
        strength = 5 + random.nextInt(10);
        breeze = 0.05 + 0.15 * random.nextDouble();
        gusts = new Switches(random, seconds, new Switches.Stay(5, 60), new Switches.Stay(2, 8));
        leaves = new Leaf[700 + random.nextInt(800)];
        double[] bx = new double[BRANCHES];
        double[] by = new double[BRANCHES];
        for (int b = 0; b < BRANCHES; b++) {
            bx[b] = trunkX + tall * 0.3 * random.nextGaussian() * 0.6;
            by[b] = top + tall * (0.1 + 0.45 * random.nextDouble());
            swing[b] = 0.3 + 0.9 * random.nextDouble();
            phase[b] = random.nextDouble();
        }
        for (int i = 0; i < leaves.length; i++) {
            int b = random.nextInt(BRANCHES);
            double x = bx[b] + tall * 0.09 * random.nextGaussian();
            double y = by[b] + tall * 0.07 * random.nextGaussian();
            double reach = Math.clamp((feet - y) / tall, 0, 1);
            leaves[i] = new Leaf(
                    b, x, y, reach, 1.5 + 2.5 * random.nextDouble(), 35 + random.nextInt(80), random.nextDouble());
        }
    }

    /** From nearly nothing to 1 in a strong gust. */
    private double wind(double seconds) {
        double since = gusts.since(seconds);
        double rise = 0.8;
        double gust = gusts.on(seconds) ? Math.min(1, since / rise) : Math.exp(-Math.min(since, 50) / 1.5);
        return breeze + (1 - breeze) * gust * Math.min(1, seconds / 8);
    }

    void paint(Canvas canvas, double seconds, boolean moving, boolean infrared) {
        double wind = moving ? wind(seconds) : 0;
        canvas.limb(trunkX, feet, trunkX, (feet + top) / 2, 5, 40, 0, Canvas.WIDTH);
        for (Leaf leaf : leaves) {
            double angle = 2 * Math.PI * (swing[leaf.branch] * seconds + phase[leaf.branch]);
            double lean = strength * wind * leaf.reach * (0.6 + 0.5 * Math.sin(angle));
            double flutter = 2 * Math.PI * (2.7 * seconds + leaf.phase);
            double x = leaf.x + lean + (moving ? (0.4 + 1.6 * wind) * Math.sin(flutter) : 0);
            double y = leaf.y + 0.3 * lean + (moving ? wind * Math.cos(1.3 * flutter) : 0);
            double tone = leaf.tone + (moving ? 18 * wind * Math.sin(0.7 * flutter) : 0);
            canvas.limb(x, y, x + leaf.radius, y, leaf.radius, infrared ? tone + 90 : tone, 0, Canvas.WIDTH);
        }
    }
}
