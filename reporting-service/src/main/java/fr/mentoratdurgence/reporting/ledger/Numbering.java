package fr.mentoratdurgence.reporting.ledger;

/** Gives ids of 128 bits dense numbers from 0, in the order in which they are met. */
final class Numbering {
    static final int UNKNOWN = -1;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Longs highs = new Longs();
    private final Longs lows = new Longs();
    private int[] slots = new int[64];
    private int size;

    int size() {
        return size;
    }

    long high(int number) {
        return highs.get(number);
    }

    long low(int number) {
        return lows.get(number);
    }

    /** The number of an id, a new one where it was not met yet. */
    int of(long high, long low) {
        int slot = slot(high, low);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        highs.set(size, high);
        lows.set(size, low);
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    /** The number of an id, or {@link #UNKNOWN}. */
    int find(long high, long low) {
        return slots[slot(high, low)] - 1;
    }

    private int slot(long high, long low) {
        int mask = slots.length - 1;
        int slot = (int) (((high ^ Long.rotateLeft(low, 32)) * SPREAD) >>> 32) & mask;
        while (slots[slot] != 0) {
            int number = slots[slot] - 1;
            if (lows.get(number) == low && highs.get(number) == high) {
                return slot;
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(highs.get(number), lows.get(number))] = number + 1;
        }
    }
}
