package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/**
 * Serves as many seats as possible and, among all ways to do so, earns the most points. Exact.
 *
 * <p>Successive shortest paths with potentials (Busacker and Gowen 1960; Edmonds and Karp 1972), line by line. A seat
 * may always stay unserved for nothing; serving it is worth {@code serving + points}, where {@code serving} is more
 * than all points of all seats together, so coverage comes first. {@code worthOfSeat} and {@code priceOfMentor} are the
 * dual prices: at each moment, for each edge,
 * {@code worthOfSeat + priceOfMentor >= serving + points}, with equality where the edge is used; a mentor with free
 * capacity has price 0, a line with an unserved seat has worth 0. These conditions prove that the plan is the best one.
 */
final class FlowSolver {
    private static final int NONE = -1;

    private final Network net;
    private final long serving;
    private final int[] lineOf;
    private final int[] flow;
    private final int[] load;
    private final long[] worthOfSeat;
    private final long[] priceOfMentor;

    /** Used edges of mentor j, from {@code usedFrom[j]} on: never more than the mentor's capacity. */
    private final int[] used;

    private final int[] usedFrom;
    private final int[] usedCount;

    // one search
    private final MinHeap heap = new MinHeap();
    private final long[] distanceOfLine;
    private final long[] distanceOfMentor;
    private final int[] edgeToLine;
    private final int[] edgeToMentor;
    private final int[] reachedLines;
    private final int[] settledMentors;
    private final boolean[] settled;
    private int reached;
    private int settledSize;

    private FlowSolver(Network net) {
        this.net = net;
        int lines = net.seats().length;
        int mentors = net.capacity().length;
        int edges = net.mentor().length;
        lineOf = new int[edges];
        for (int i = 0; i < lines; i++) {
            Arrays.fill(lineOf, net.first()[i], net.first()[i + 1], i);
        }
        long seats = Arrays.stream(net.seats()).asLongStream().sum();
        int most = Arrays.stream(net.points()).max().orElse(0);
        serving = Math.addExact(Math.multiplyExact(seats, (long) most), 1);
        flow = new int[edges];
        load = new int[mentors];
        worthOfSeat = new long[lines];
        priceOfMentor = new long[mentors];
        usedFrom = new int[mentors + 1];
        for (int j = 0; j < mentors; j++) {
            usedFrom[j + 1] = Math.addExact(usedFrom[j], net.capacity()[j]);
        }
        used = new int[usedFrom[mentors]];
        usedCount = new int[mentors];
        distanceOfLine = new long[lines];
        Arrays.fill(distanceOfLine, NONE);
        distanceOfMentor = new long[mentors];
        Arrays.fill(distanceOfMentor, NONE);
        edgeToLine = new int[lines];
        edgeToMentor = new int[mentors];
        reachedLines = new int[lines];
        settledMentors = new int[mentors];
        settled = new boolean[mentors];
    }

    /** Seats given over each edge of the network. */
    static int[] solve(Network net) {
        FlowSolver solver = new FlowSolver(net);
        for (int line = 0; line < net.seats().length; line++) {
            solver.place(line);
        }
        return solver.flow;
    }

    /** Brings the seats of one more line in; the plan for the lines so far stays the best one. */
    private void place(int line) {
        for (int e = net.first()[line]; e < net.first()[line + 1]; e++) {
            worthOfSeat[line] = Math.max(worthOfSeat[line], serving + net.points()[e] - priceOfMentor[net.mentor()[e]]);
        }
        int remaining = net.seats()[line];
        while (remaining > 0) {
            int placed = augment(line, remaining);
            if (placed == 0) {
                return; // the best that can happen to the remaining seats is to wait
            }
            remaining -= placed;
        }
    }

    /** Finds the cheapest change that serves seats of the line; gives how many, 0 where none is worth it. */
    private int augment(int source, int remaining) {
        reach(source, 0, NONE);
        long best = worthOfSeat[source];
        int unservedLine = source;
        int freeMentor = NONE;
        while (freeMentor == NONE && !heap.isEmpty() && heap.nearest() < best) {
            long distance = heap.nearest();
            int j = heap.take();
            if (settled[j]) {
                continue;
            }
            settle(j);
            if (load[j] < net.capacity()[j]) {
                freeMentor = j;
                best = distance;
            }
            for (int k = usedFrom[j]; freeMentor == NONE && k < usedFrom[j] + usedCount[j]; k++) {
                int line = lineOf[used[k]];
                if (distanceOfLine[line] == NONE) {
                    reach(line, distance, used[k]);
                    if (distance + worthOfSeat[line] < best) {
                        best = distance + worthOfSeat[line];
                        unservedLine = line;
                    }
                }
            }
        }
        int amount = freeMentor == NONE && unservedLine == source
                ? 0
                : Math.min(remaining, bottleneck(source, freeMentor, unservedLine));
        correctPrices(best);
        if (amount > 0) {
            shift(source, freeMentor, unservedLine, amount);
        }
        forget();
        return amount;
    }

    private void reach(int line, long distance, int overEdge) {
        distanceOfLine[line] = distance;
        edgeToLine[line] = overEdge;
        reachedLines[reached++] = line;
        for (int e = net.first()[line]; e < net.first()[line + 1]; e++) {
            int j = net.mentor()[e];
            if (!settled[j]) {
                long d = distance + worthOfSeat[line] + priceOfMentor[j] - serving - net.points()[e];
                if (distanceOfMentor[j] == NONE || d < distanceOfMentor[j]) {
                    distanceOfMentor[j] = d;
                    edgeToMentor[j] = e;
                    heap.add(d, j);
                }
            }
        }
    }

    private void settle(int mentor) {
        settled[mentor] = true;
        settledMentors[settledSize++] = mentor;
    }

    /** How many seats can move along the path that was found. */
    private int bottleneck(int source, int freeMentor, int unservedLine) {
        int most = freeMentor == NONE ? Integer.MAX_VALUE : net.capacity()[freeMentor] - load[freeMentor];
        int line = freeMentor == NONE ? unservedLine : lineOf[edgeToMentor[freeMentor]];
        while (line != source) {
            int back = edgeToLine[line];
            most = Math.min(most, flow[back]);
            line = lineOf[edgeToMentor[net.mentor()[back]]];
        }
        return most;
    }

    private void shift(int source, int freeMentor, int unservedLine, int amount) {
        int line = unservedLine;
        if (freeMentor != NONE) {
            load[freeMentor] += amount;
            line = give(edgeToMentor[freeMentor], amount);
        }
        while (line != source) {
            int back = edgeToLine[line];
            takeBack(back, amount);
            line = give(edgeToMentor[net.mentor()[back]], amount);
        }
    }

    private int give(int edge, int amount) {
        if (flow[edge] == 0) {
            int j = net.mentor()[edge];
            used[usedFrom[j] + usedCount[j]++] = edge;
        }
        flow[edge] += amount;
        return lineOf[edge];
    }

    private void takeBack(int edge, int amount) {
        flow[edge] -= amount;
        if (flow[edge] == 0) {
            int j = net.mentor()[edge];
            int at = usedFrom[j];
            while (used[at] != edge) {
                at++;
            }
            used[at] = used[usedFrom[j] + --usedCount[j]];
        }
    }

    /** Keeps the conditions of the class comment true after a path of the given length. */
    private void correctPrices(long length) {
        for (int k = 0; k < reached; k++) {
            int line = reachedLines[k];
            worthOfSeat[line] -= Math.max(0, length - distanceOfLine[line]);
        }
        for (int k = 0; k < settledSize; k++) {
            int mentor = settledMentors[k];
            priceOfMentor[mentor] += Math.max(0, length - distanceOfMentor[mentor]);
        }
    }

    private void forget() {
        for (int k = 0; k < reached; k++) {
            int line = reachedLines[k];
            distanceOfLine[line] = NONE;
            for (int e = net.first()[line]; e < net.first()[line + 1]; e++) {
                distanceOfMentor[net.mentor()[e]] = NONE;
            }
        }
        for (int k = 0; k < settledSize; k++) {
            settled[settledMentors[k]] = false;
        }
        reached = 0;
        settledSize = 0;
        heap.clear();
    }
}
