package fr.mentoratdurgence.reporting.ledger;

/** Gives ids of 128 bits dense numbers from 0, in the order in which they are met. */
final class Numbering {
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    /** Both halves of an id beside each other: one look into memory finds both. */
    private final Longs halves = new Longs();

    /** Upper half: hash of the id, so that a look at another id is rare; lower half: its number plus one. */
    private long[] slots = new long[64];

    private int size;

    int size() {
        return size;
    }

    long high(int number) {
        return halves.get(2 * number);
    }

    long low(int number) {
        return halves.get(2 * number + 1);
    }

    /** The number of an id, a new one where it was not met yet. */
    int of(long high, long low) {
        int hash = hash(high, low);
        int slot = slot(hash, high, low);
        if (slots[slot] != 0) {
            return (int) slots[slot] - 1;
        }
        halves.set(2 * size + 1, low);
        halves.set(2 * size, high);
        slots[slot] = entry(hash, ++size);
        if (size * 2 > slots.length) {
            grow();
        }
        return size - 1;
    }

    private int slot(int hash, long high, long low) {
        int mask = slots.length - 1;
        int slot = hash & mask;
        for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
            if ((int) (entry >>> 32) == hash) {
                int number = (int) entry - 1;
                if (low(number) == low && high(number) == high) {
                    return slot;
                }
            }
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] before = slots;
        slots = new long[before.length * 2];
        int mask = slots.length - 1;
        for (long entry : before) {
            if (entry != 0) {
                int slot = (int) (entry >>> 32) & mask;
                while (slots[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                slots[slot] = entry;
            }
        }
    }

    private static int hash(long high, long low) {
        return (int) (((high ^ Long.rotateLeft(low, 32)) * SPREAD) >>> 32);
    }

    private static long entry(int hash, int number) {
        return (long) hash << 32 | number;
    }
}
