package fr.mentoratdurgence.reporting.ledger;

import java.util.Arrays;

/** A column of long numbers; a row that nobody wrote has zero. */
final class Longs {
    private long[] cells = new long[0];

    long get(int row) {
        return row < cells.length ? cells[row] : 0;
    }

    void set(int row, long number) {
        if (row >= cells.length) {
            cells = Arrays.copyOf(cells, Growth.atLeast(row + 1, cells.length));
        }
        cells[row] = number;
    }
}
