package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** Groups of interchangeable mentors as nodes of the network: their capacity, what of it is given, and the price. */
final class MentorNodes {
    private int size;
    long[] price;
    int[] capacity;
    int[] load;

    MentorNodes(int expected) {
        price = new long[expected];
        capacity = new int[expected];
        load = new int[expected];
    }

    int size() {
        return size;
    }

    /** A node without capacity. */
    int add() {
        int j = size++;
        if (j == price.length) {
            price = Arrays.copyOf(price, j * 2);
            capacity = Arrays.copyOf(capacity, j * 2);
            load = Arrays.copyOf(load, j * 2);
        }
        return j;
    }
}
