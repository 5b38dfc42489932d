package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;
import static io.vedette.agent.motion.BlockScores.COLUMNS;

import java.util.BitSet;
import java.util.List;

/**
 * What was seen where a moment ago: whoever passes is seen again no further away than they can have run, and what is seen of them adds
 * up along their way. A hit with nothing before it in reach begins a way of its own.
 */
final class Trails {
    /** In heights of one's own a second: a sprinter's best. */
    private static final double FASTEST = 5.5;
    /** In blocks: what is seen of somebody begins and ends anywhere within a block. */
    private static final double LEAST_REACH = 1;

    private static final int FARTHEST = 6;
    /** Two looks without them, and they are forgotten. */
    private static final long KEPT_NANOS = 450_000_000L;

    private final double[] evidence = new double[BLOCKS];
    private final long[] seenAt = new long[BLOCKS];

    /** What moves in one picture, each with what was seen of it so far: 1 and more is enough to believe it. */
    List<Followed> follow(List<MotionDecision.Moving> moving, long takenNanos) {
        for (int i = 0; i < BLOCKS; i++) {
            if (takenNanos - seenAt[i] > KEPT_NANOS) {
                evidence[i] = 0;
            }
        }
        List<Followed> followed = moving.stream()
                .map(one -> new Followed(one, one.evidence() + before(one.blocks(), takenNanos)))
                .toList();
        followed.forEach(one -> one.moving().blocks().stream().forEach(block -> {
            // of two regions that hold it, what was clear in one
            evidence[block] = Math.max(evidence[block], one.evidence());
            seenAt[block] = takenNanos;
        }));
        return followed;
    }

    record Followed(MotionDecision.Moving moving, double evidence) {}

    /** The most that was seen of anything that can have come here from there. */
    private double before(BitSet blocks, long takenNanos) {
        int height = blocks.previousSetBit(BLOCKS) / COLUMNS - blocks.nextSetBit(0) / COLUMNS + 1;
        double most = 0;
        for (int away = 0; away <= FARTHEST; away++) {
            BitSet around = BlockGroups.widened(blocks, away);
            for (int i = around.nextSetBit(0); i >= 0; i = around.nextSetBit(i + 1)) {
                double reach = Math.max(LEAST_REACH, FASTEST * height * (takenNanos - seenAt[i]) / 1e9);
                if (away <= reach) {
                    most = Math.max(most, evidence[i]);
                }
            }
        }
        return most;
    }
}
