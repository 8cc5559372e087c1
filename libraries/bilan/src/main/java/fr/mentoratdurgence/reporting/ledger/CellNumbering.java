package fr.mentoratdurgence.reporting.ledger;

/** Gives two numbers together, such as a need and a line of it, dense numbers from 0. */
final class CellNumbering {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Longs keys = new Longs();
    private int[] slots = new int[64];
    private int size;

    int size() {
        return size;
    }

    int first(int number) {
        return (int) (keys.get(number) >>> 32);
    }

    int second(int number) {
        return (int) keys.get(number);
    }

    /** The number of the two, a new one where it was not met yet. */
    int of(int first, int second) {
        long key = (long) first << 32 | (second & 0xFFFFFFFFL);
        int slot = slot(key);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        keys.set(size, key);
        slots[slot] = ++size;
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = (int) ((key * SPREAD) >>> 32) & mask;
        while (slots[slot] != 0 && keys.get(slots[slot] - 1) != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        slots = new int[slots.length * 2];
        for (int number = 0; number < size; number++) {
            slots[slot(keys.get(number))] = number + 1;
        }
    }
}
