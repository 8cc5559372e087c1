package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** A growing list of numbers, without boxes. */
final class IntList {
    private int[] items = new int[16];
    private int size;

    void add(int item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }

    int get(int at) {
        return items[at];
    }

    /** The list itself, for loops that count every step; only the first {@link #size} are items. */
    int[] items() {
        return items;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
