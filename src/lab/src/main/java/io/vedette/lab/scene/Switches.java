package io.vedette.lab.scene;

import java.util.Arrays;
import java.util.Random;

/** Moments at which something goes on and off by turns; off at first. */
final class Switches {
    private final double[] moments;

    /** Seconds that it stays so, evenly drawn. */
    record Stay(double least, double most) {
        double draw(Random random) {
            return least + (most - least) * random.nextDouble();
        }
    }

    Switches(Random random, double seconds, Stay off, Stay on) {
        double[] drawn = new double[(int) (seconds / Math.min(off.least, on.least)) + 2];
        double at = 0;
        for (int i = 0; i < drawn.length; i++) {
            at += (i % 2 == 0 ? off : on).draw(random);
            drawn[i] = at;
        }
        moments = drawn;
    }

    private int before(double seconds) {
        int at = Arrays.binarySearch(moments, seconds);
        return at < 0 ? -at - 1 : at + 1;
    }

    boolean on(double seconds) {
        return before(seconds) % 2 == 1;
    }

    /** Seconds since the last change; very many before the first. */
    double since(double seconds) {
        int count = before(seconds);
        return count == 0 ? 1e6 : seconds - moments[count - 1];
    }
}
