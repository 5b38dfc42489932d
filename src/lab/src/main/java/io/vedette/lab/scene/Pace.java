package io.vedette.lab.scene;

import java.util.Random;

/** How people pass in a made scene. */
public enum Pace {
    /** Walking, and one in five running: 0.6 to 2.6 of their own heights a second, in sight for 0.3, 0.5, 1 or 5 s. */
    USUAL(MadeScene.FRAMES_PER_SECOND, 0.3, 0.5, 1, 5) {
        @Override
        double draw(Random random) {
            return random.nextInt(5) == 0 ? 1.6 + random.nextDouble() : 0.6 + 0.5 * random.nextDouble();
        }
    },
    /**
     * As fast as people can: 2 to 5.5 of their own heights a second, a run to a sprinter's best, in sight for 0.5, 0.7 or 1 s. Ten pictures
     * a second, which is harder: in each they are all beside the place of the one before.
     */
    HURRIED(10, 0.5, 0.7, 1) {
        @Override
        double draw(Random random) {
            return 2 + 3.5 * random.nextDouble();
        }
    };

    private final int framesPerSecond;
    private final double[] lengths;

    Pace(int framesPerSecond, double... lengths) {
        this.framesPerSecond = framesPerSecond;
        this.lengths = lengths;
    }

    int framesPerSecond() {
        return framesPerSecond;
    }

    /** Seconds in sight, to be taken by turns. */
    double[] lengths() {
        return lengths;
    }

    /** In heights per second. */
    abstract double draw(Random random);
}
