package fr.mentoratdurgence.reporting.ledger;

import java.util.Arrays;

/** A column of numbers; a row that nobody wrote has none. */
public final class Ints {
    /** No number. */
    public static final int NONE = Integer.MIN_VALUE;

    private int[] cells = new int[0];

    /** The number of a row, or {@link #NONE}. */
    public int get(int row) {
        return row < cells.length ? cells[row] : NONE;
    }

    /** Whether the row has a number. */
    public boolean has(int row) {
        return get(row) != NONE;
    }

    void set(int row, int number) {
        if (row >= cells.length) {
            int length = cells.length;
            cells = Arrays.copyOf(cells, Growth.atLeast(row + 1, length));
            Arrays.fill(cells, length, cells.length, NONE);
        }
        cells[row] = number;
    }

    /** Nothing is known of any row. */
    void clear() {
        cells = new int[0];
    }

    void add(int row, int number) {
        int before = get(row);
        set(row, before == NONE ? number : before + number);
    }

    void setEarliest(int row, int number) {
        int before = get(row);
        if (number != NONE && (before == NONE || number < before)) {
            set(row, number);
        }
    }

    /** Writes the number unless the row already has one that was told later in its stream. */
    static boolean isLater(Ints sequences, int row, int sequence) {
        if (sequence == NONE || sequence <= sequences.get(row)) {
            return false;
        }
        sequences.set(row, sequence);
        return true;
    }

    void copyRow(int row, Ints from, int fromRow) {
        int number = from.get(fromRow);
        if (number != NONE || get(row) != NONE) {
            set(row, number);
        }
    }
}
