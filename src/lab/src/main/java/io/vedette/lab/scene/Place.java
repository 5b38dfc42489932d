package io.vedette.lab.scene;

import java.util.Random;

/**
 * A place with nobody in it, another one for each seed: ground and sky, a house, a fence, a path, a parked car. Seen in
 * visible light and as the same place looks in infrared, where leaves are bright, the sky is black and paint tells nothing.
 */
final class Place {
    final Canvas visible = new Canvas();
    final Canvas infrared = new Canvas();
    /** Row of the horizon. */
    final int horizon;

    Place(long seed) {
        Random random = new Random(seed);
        horizon = 80 + random.nextInt(60);
        paint(visible, new Random(seed + 1), false);
        paint(infrared, new Random(seed + 1), true);
    }

    /** How tall a person is whose feet are in this row. */
    double personAt(double feet) {
        return (feet - horizon) * 0.75;
    }

    double feetOf(double height) {
        return horizon + height / 0.75;
    }

    private void paint(Canvas c, Random random, boolean infra) {
        double sky = tone(random, 150, 60, infra ? 15 : -1);
        c.shade(0, horizon, sky, sky + 20);
        double ground = tone(random, 65, 40, infra ? 130 : -1);
        c.shade(horizon, Canvas.HEIGHT, ground + 12, ground - 8);
        c.grain(random, horizon, Canvas.HEIGHT, 14_000, 4 + random.nextInt(10));
        path(c, random, infra);
        house(c, random, infra);
        fence(c, random, infra);
        car(c, random, infra);
    }

    private void path(Canvas c, Random random, boolean infra) {
        double stone = tone(random, 110, 50, infra ? 110 : -1);
        int top = 180 + random.nextInt(80);
        c.fill(0, top, Canvas.WIDTH, top + 20 + random.nextInt(50), stone);
        c.grain(random, top, top + 30, 1500, 6);
    }

    private void house(Canvas c, Random random, boolean infra) {
        double wall = tone(random, 90, 100, infra ? 120 : -1);
        int left = random.nextInt(400) - 40;
        int width = 150 + random.nextInt(160);
        int bottom = horizon + 30 + random.nextInt(30);
        c.fill(left, Math.max(0, horizon - 90), left + width, bottom, wall);
        for (int row = horizon - 85; row < bottom; row += 6) {
            c.fill(left, row, left + width, row + 1, wall - 14);
        }
        for (int pane = left + 15; pane < left + width - 30; pane += 55) {
            c.fill(pane - 2, horizon - 62, pane + 26, horizon - 22, infra ? 140 : 200);
            c.fill(pane, horizon - 60, pane + 24, horizon - 24, 25 + random.nextInt(30));
        }
        c.fill(left + width - 34, bottom - 55, left + width - 12, bottom, tone(random, 40, 60, infra ? 90 : -1));
    }

    private void fence(Canvas c, Random random, boolean infra) {
        double wood = tone(random, 60, 110, infra ? 130 : -1);
        int top = horizon + 8 + random.nextInt(30);
        int from = random.nextInt(500);
        int to = Math.min(Canvas.WIDTH, from + 100 + random.nextInt(240));
        for (int x = from; x < to; x += 7) {
            c.fill(x, top, x + 4, top + 26, wood + random.nextInt(14));
        }
        c.fill(from, top + 5, to, top + 8, wood - 8);
    }

    private void car(Canvas c, Random random, boolean infra) {
        double paint = tone(random, 30, 190, infra ? 100 : -1);
        double left = 20 + random.nextInt(480);
        double feet = horizon + 60 + random.nextInt(90);
        double tall = personAt(feet) * 0.85;
        c.limb(left, feet - tall * 0.4, left + tall * 2.4, feet - tall * 0.4, tall * 0.25, paint, 0, Canvas.WIDTH);
        c.limb(left + tall * 0.6, feet - tall * 0.7, left + tall * 1.7, feet - tall * 0.7, tall * 0.2, 35, 0, 640);
        c.limb(left + tall * 0.3, feet - tall * 0.15, left + tall * 0.31, feet - tall * 0.15, tall * 0.16, 18, 0, 640);
        c.limb(left + tall * 2, feet - tall * 0.15, left + tall * 2.01, feet - tall * 0.15, tall * 0.16, 18, 0, 640);
    }

    /** The same draw for both spectra, so that both show the same place. */
    private static double tone(Random random, double least, double span, double instead) {
        double drawn = least + span * random.nextDouble();
        return instead < 0 ? drawn : instead + (drawn - least) / span * 30;
    }
}
