package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/**
 * A priority queue whose smallest key never goes down, as in a search by distance (radix heap, Ahuja, Mehlhorn, Orlin
 * and Tarjan 1990). Equal keys cost almost nothing, and most distances of a search are equal.
 */
final class MonotoneQueue {
    private static final int BUCKETS = Long.SIZE + 1;
    private static final int FIRST_SIZE = 16;

    private final long[][] keys = new long[BUCKETS][];
    private final int[][] nodes = new int[BUCKETS][];
    private final int[] sizes = new int[BUCKETS];
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
        int b = 1;
        while (b < BUCKETS && sizes[b] == 0) {
            b++;
        }
        if (b == BUCKETS) {
            return Long.MAX_VALUE;
        }
        int count = sizes[b];
        long[] waiting = keys[b];
        long least = waiting[0];
        for (int k = 1; k < count; k++) {
            least = Math.min(least, waiting[k]);
        }
        last = least;
        sizes[b] = 0;
        for (int k = 0; k < count; k++) {
            add(waiting[k], nodes[b][k]);
        }
        return last;
    }

    /** Takes a node with the smallest key, after {@link #nearest} has said that there is one. */
    int take() {
        return nodes[0][--sizes[0]];
    }

    void clear() {
        Arrays.fill(sizes, 0);
        last = 0;
    }
}
