package io.vedette.example;

import java.util.Arrays;

/**
 * One picture, reduced to the brightness of a few cells, row after row.
 *
 * @param atMs from the recording's first picture
 * @param cells {@link #COLUMNS} by {@link #ROWS}, each from 0 (black) to 255
 */
record Glance(long atMs, int[] cells) {
    static final int COLUMNS = 32;
    static final int ROWS = 18;

    Glance {
        if (cells.length != COLUMNS * ROWS) {
            throw new IllegalArgumentException("a glance has " + COLUMNS + " by " + ROWS + " cells");
        }
        cells = cells.clone();
    }

    double brightness() {
        return Arrays.stream(cells).average().orElse(0);
    }

    int at(int column, int row) {
        return cells[row * COLUMNS + column];
    }
}
