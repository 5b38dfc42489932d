package io.vedette.agent.motion;

import java.util.Arrays;

/**
 * Where in the picture it moved, and for how much of the time: 16 columns by 16 rows, each 0 (never) to 255 (all the time).
 * A cell in which anything moved at all is at least 1.
 */
public final class HeatGrid {
    public static final int SIDE = 16;
    public static final int CELLS = SIDE * SIDE;

    private final byte[] cells;

    private HeatGrid(byte[] cells) {
        this.cells = cells;
    }

    /**
     * @param moved seconds of motion in each cell, row by row
     * @param watched seconds in all
     */
    static HeatGrid of(double[] moved, double watched) {
        byte[] cells = new byte[CELLS];
        for (int i = 0; i < CELLS; i++) {
            cells[i] = (byte) (watched <= 0 ? 0 : Math.min(255, Math.ceil(255 * moved[i] / watched - 1e-9)));
        }
        return new HeatGrid(cells);
    }

    /** 0 to 255. */
    public int at(int column, int row) {
        return cells[row * SIDE + column] & 0xff;
    }

    /** One unsigned byte a cell, row by row; the caller's own. */
    public byte[] bytes() {
        return cells.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeatGrid grid && Arrays.equals(cells, grid.cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
