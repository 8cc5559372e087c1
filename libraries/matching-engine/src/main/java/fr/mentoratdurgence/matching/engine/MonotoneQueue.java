package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/**
 * A priority queue whose smallest key never goes down, as in a search by distance (radix heap, Ahuja, Mehlhorn, Orlin
 * and Tarjan 1990). Equal keys cost almost nothing, and most distances of a search are equal.
 */
final class MonotoneQueue {
    private static final int BUCKETS = Long.SIZE; // keys are not negative
    private static final int FIRST_SIZE = 16;

    private final long[][] keys = new long[BUCKETS][];
    private final int[][] nodes = new int[BUCKETS][];
    private final int[] sizes = new int[BUCKETS];

    /** Which buckets hold something, but for the first: bit b - 1 for bucket b. */
    private long filled;

    private long last;

    MonotoneQueue() {
        for (int b = 0; b < BUCKETS; b++) {
            keys[b] = new long[FIRST_SIZE];
            nodes[b] = new int[FIRST_SIZE];
        }
    }

    /** Adds a node; its key must not be smaller than the nearest so far. */
    void add(long key, int node) {
        int b = Long.SIZE - Long.numberOfLeadingZeros(key ^ last);
        filled |= 1L << b >>> 1;
        int at = sizes[b]++;
        if (at == keys[b].length) {
            keys[b] = Arrays.copyOf(keys[b], at * 2);
            nodes[b] = Arrays.copyOf(nodes[b], at * 2);
        }
        keys[b][at] = key;
        nodes[b][at] = node;
    }

    /** The smallest key, or {@link Long#MAX_VALUE} where nothing is left. */
    long nearest() {
        if (sizes[0] > 0) {
            return last;
        }
        if (filled == 0) {
            return Long.MAX_VALUE;
        }
        int b = Long.numberOfTrailingZeros(filled) + 1;
        filled &= filled - 1;
        int count = sizes[b];
        long[] waiting = keys[b];
        long least = waiting[0];
        for (int k = 1; k < count; k++) {
            least = Math.min(least, waiting[k]);
        }
        last = least;
        sizes[b] = 0;
        int[] theirs = nodes[b];
        for (int k = 0; k < count; k++) {
            add(waiting[k], theirs[k]);
        }
        return least;
    }

    /** Takes a node with the smallest key, after {@link #nearest} has said that there is one. */
    int take() {
        return nodes[0][--sizes[0]];
    }

    void clear() {
        for (sizes[0] = 0; filled != 0; filled &= filled - 1) {
            sizes[Long.numberOfTrailingZeros(filled) + 1] = 0;
        }
        last = 0;
    }
}
