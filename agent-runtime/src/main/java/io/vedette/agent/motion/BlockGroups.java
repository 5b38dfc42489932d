package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.BLOCKS;
import static io.vedette.agent.motion.BlockScores.COLUMNS;
import static io.vedette.agent.motion.BlockScores.ROWS;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Blocks that touch one another, corners included. */
final class BlockGroups {
    private BlockGroups() {}

    static List<BitSet> of(boolean[] active) {
        List<BitSet> groups = new ArrayList<>();
        boolean[] taken = new boolean[BLOCKS];
        int[] waiting = new int[BLOCKS];
        for (int seed = 0; seed < BLOCKS; seed++) {
            if (!active[seed] || taken[seed]) {
                continue;
            }
            BitSet group = new BitSet(BLOCKS);
            int count = 0;
            waiting[count++] = seed;
            taken[seed] = true;
            while (count > 0) {
                int block = waiting[--count];
                group.set(block);
                for (int row = Math.max(0, block / COLUMNS - 1);
                        row <= Math.min(ROWS - 1, block / COLUMNS + 1);
                        row++) {
                    int least = Math.max(0, block % COLUMNS - 1);
                    for (int column = least; column <= Math.min(COLUMNS - 1, block % COLUMNS + 1); column++) {
                        int next = row * COLUMNS + column;
                        if (active[next] && !taken[next]) {
                            taken[next] = true;
                            waiting[count++] = next;
                        }
                    }
                }
            }
            groups.add(group);
        }
        return groups;
    }

    /** The group and everything within so many blocks of it. */
    static BitSet widened(BitSet group, int by) {
        BitSet wide = new BitSet(BLOCKS);
        group.stream().forEach(block -> {
            for (int row = Math.max(0, block / COLUMNS - by); row <= Math.min(ROWS - 1, block / COLUMNS + by); row++) {
                int from = Math.max(0, block % COLUMNS - by);
                int to = Math.min(COLUMNS - 1, block % COLUMNS + by);
                wide.set(row * COLUMNS + from, row * COLUMNS + to + 1);
            }
        });
        return wide;
    }
}
