package io.vedette.agent.motion;

import static io.vedette.agent.motion.BlockScores.COLUMNS;
import static io.vedette.agent.motion.BlockScores.ROWS;

import io.vedette.contracts.link.MotionMarks;
import java.util.BitSet;

/** Lays the detector's 20 x 12 blocks over the 16 x 16 cells of a heat grid, by the area that they share. */
final class BlockCells {
    private BlockCells() {}

    /** Adds to each cell the seconds, by the share of it that moved. */
    static void add(BitSet blocks, double seconds, double[] cells) {
        for (int block = blocks.nextSetBit(0); block >= 0; block = blocks.nextSetBit(block + 1)) {
            int column = block % COLUMNS;
            int row = block / COLUMNS;
            for (int y = row * MotionMarks.SIDE / ROWS; y * ROWS < (row + 1) * MotionMarks.SIDE; y++) {
                double tall = shared(row, ROWS, y);
                for (int x = column * MotionMarks.SIDE / COLUMNS; x * COLUMNS < (column + 1) * MotionMarks.SIDE; x++) {
                    cells[y * MotionMarks.SIDE + x] += seconds * tall * shared(column, COLUMNS, x);
                }
            }
        }
    }

    /** Of the cell, how much lies in the block, along one side of the picture. */
    private static double shared(int block, int blocks, int cell) {
        double from = Math.max((double) block / blocks, (double) cell / MotionMarks.SIDE);
        double to = Math.min((double) (block + 1) / blocks, (double) (cell + 1) / MotionMarks.SIDE);
        return Math.max(0, to - from) * MotionMarks.SIDE;
    }
}
