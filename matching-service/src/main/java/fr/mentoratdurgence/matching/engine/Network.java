package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/**
 * A transport problem in primitive arrays: lines with seats, mentors with capacity, edges between those who fit.
 *
 * @param seats    free seats of each line
 * @param capacity free capacity of each mentor
 * @param first    the edges of line i are {@code first[i]} to {@code first[i + 1] - 1}
 * @param mentor   mentor of each edge
 * @param points   points of each edge, never negative
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, read a million times
record Network(int[] seats, int[] capacity, int[] first, int[] mentor, int[] points) {

    /** Collects edges line by line. */
    static final class Builder {
        private static final int FIRST_SIZE = 1024;
        private final int[] seats;
        private final int[] capacity;
        private final int[] first;
        private int[] mentor = new int[FIRST_SIZE];
        private int[] points = new int[FIRST_SIZE];
        private int line;
        private int edges;

        Builder(int[] seats, int[] capacity) {
            this.seats = seats;
            this.capacity = capacity;
            this.first = new int[seats.length + 1];
        }

        Builder edge(int toMentor, int worth) {
            if (edges == mentor.length) {
                mentor = Arrays.copyOf(mentor, edges * 2);
                points = Arrays.copyOf(points, edges * 2);
            }
            mentor[edges] = toMentor;
            points[edges++] = worth;
            return this;
        }

        Builder endOfLine() {
            first[++line] = edges;
            return this;
        }

        Network build() {
            return new Network(seats, capacity, first, Arrays.copyOf(mentor, edges), Arrays.copyOf(points, edges));
        }
    }
}
