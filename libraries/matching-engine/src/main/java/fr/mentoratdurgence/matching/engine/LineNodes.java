package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** Lines as nodes of the network: what a seat counts, how many there are, and the price. */
final class LineNodes {
    private int size;
    long[] base;
    long[] z; // y - base
    int[] seats;
    int[] served;
    byte[] classOf;

    LineNodes(int expected) {
        base = new long[expected];
        z = new long[expected];
        seats = new int[expected];
        served = new int[expected];
        classOf = new byte[expected];
    }

    int size() {
        return size;
    }

    /** A line without seats. */
    int add(long weight, int audience) {
        int i = size++;
        if (i == z.length) {
            grow(i * 2);
        }
        base[i] = weight;
        classOf[i] = (byte) audience;
        return i;
    }

    /** Dual price of the line without its class. */
    long y(int line) {
        return z[line] + base[line];
    }

    private void grow(int capacity) {
        base = Arrays.copyOf(base, capacity);
        z = Arrays.copyOf(z, capacity);
        seats = Arrays.copyOf(seats, capacity);
        served = Arrays.copyOf(served, capacity);
        classOf = Arrays.copyOf(classOf, capacity);
    }
}
