package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;
import static io.vedette.agent.motion.BlockScores.COLUMNS;
import static io.vedette.agent.motion.BlockScores.ROWS;

/** The blocks that a region is made of: those of which at least a quarter lies in it. */
final class RegionBlocks {
    private static final int SAMPLES = 8;

    private final boolean[] inside = new boolean[BLOCKS];
    private final Region region;
    private final double threshold;

    RegionBlocks(Region region) {
        this.region = region;
        this.threshold = region.threshold();
        for (int block = 0; block < BLOCKS; block++) {
            inside[block] = share(region.outline(), block) >= 0.25;
        }
    }

    private static double share(Polygon outline, int block) {
        int hits = 0;
        for (int i = 0; i < SAMPLES * SAMPLES; i++) {
            double x = (block % COLUMNS + (i % SAMPLES + 0.5) / SAMPLES) / COLUMNS;
            double y = (block / COLUMNS + (i / SAMPLES + 0.5) / SAMPLES) / ROWS;
            hits += outline.contains(x, y) ? 1 : 0;
        }
        return (double) hits / (SAMPLES * SAMPLES);
    }

    String name() {
        return region.name();
    }

    boolean holds(int block) {
        return inside[block];
    }

    /** What the usual threshold is multiplied by here. */
    double threshold() {
        return threshold;
    }

    boolean isLargeEnough(int blocks) {
        return (double) blocks / BLOCKS >= region.minimumSize();
    }
}
