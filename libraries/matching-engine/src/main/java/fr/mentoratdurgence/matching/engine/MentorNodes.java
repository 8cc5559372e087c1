package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** Groups of interchangeable mentors as nodes of the network: their capacity, what of it is given, and the price. */
final class MentorNodes {
    private int size;
    long[] price;
    int[] capacity;
    int[] load;

    /** Whether what last moved the price has raised it: then the next who comes is worth less than the price. */
    boolean[] rose;

    MentorNodes(int expected) {
        price = new long[expected];
        capacity = new int[expected];
        load = new int[expected];
        rose = new boolean[expected];
    }

    int size() {
        return size;
    }

    /** Moves the price of a mentor by so much. */
    void change(int mentor, long by) {
        if (by != 0) {
            price[mentor] += by;
            rose[mentor] = by > 0;
        }
    }

    /** A node without capacity. */
    int add() {
        int j = size++;
        if (j == price.length) {
            price = Arrays.copyOf(price, j * 2);
            capacity = Arrays.copyOf(capacity, j * 2);
            load = Arrays.copyOf(load, j * 2);
            rose = Arrays.copyOf(rose, j * 2);
        }
        return j;
    }
}
