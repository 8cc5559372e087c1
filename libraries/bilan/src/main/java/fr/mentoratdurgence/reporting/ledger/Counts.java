package fr.mentoratdurgence.reporting.ledger;

import java.util.Arrays;

/** Counts by number: by code, by name or by days. */
public final class Counts {
    private long[] counts = new long[16];
    private long total;

    /** Adds to a number. */
    public void add(int number, long count) {
        if (number >= counts.length) {
            counts = Arrays.copyOf(counts, Growth.atLeast(number + 1, counts.length));
        }
        counts[number] += count;
        total += count;
    }

    /** The count of a number. */
    public long of(int number) {
        return number < counts.length ? counts[number] : 0;
    }

    /** One more than the largest number that may have a count. */
    public int end() {
        return counts.length;
    }

    /** All counts together. */
    public long total() {
        return total;
    }

    void join(Counts other) {
        for (int number = 0; number < other.counts.length; number++) {
            if (other.counts[number] != 0) {
                add(number, other.counts[number]);
            }
        }
    }
}
