package fr.mentoratdurgence.matching.engine;

/** The items with the largest keys out of many: a heap whose least key is on top. */
final class Best {
    private final long[] keys;
    private final int[] items;
    private int size;

    Best(int most) {
        keys = new long[most];
        items = new int[most];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    int item(int at) {
        return items[at];
    }

    /** Takes the item where its key is among the largest; the key that is left out, or {@link Long#MIN_VALUE}. */
    long offer(long key, int item) {
        if (size < keys.length) {
            rise(size++, key, item);
            return Long.MIN_VALUE;
        }
        long least = keys[0];
        if (key <= least) {
            return key;
        }
        sink(key, item);
        return least;
    }

    private void rise(int from, long key, int item) {
        int at = from;
        while (at > 0 && keys[(at - 1) / 2] > key) {
            keys[at] = keys[(at - 1) / 2];
            items[at] = items[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        keys[at] = key;
        items[at] = item;
    }

    private void sink(long key, int item) {
        int at = 0;
        for (int next = 1; next < size; next = 2 * at + 1) {
            if (next + 1 < size && keys[next + 1] < keys[next]) {
                next++;
            }
            if (keys[next] >= key) {
                break;
            }
            keys[at] = keys[next];
            items[at] = items[next];
            at = next;
        }
        keys[at] = key;
        items[at] = item;
    }
}
