package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** What one search knows of the nodes: how far each is, which way leads there, and where the shortest of all ends. */
final class Labels {
    static final int NONE = Flows.NONE;
    static final int START = -2;
    static final int BY_CLASS = -3;
    static final long FAR = Long.MAX_VALUE / 4;

    /** Nearer than near: a line without seats, whose conditions hold no more and which no search should look at. */
    private static final long NOWHERE = Long.MIN_VALUE / 4;

    private final LineNodes lines;

    /** Distances of this much are steps between pairs that suit equally well but for one point. */
    final long step;

    final MonotoneQueue queue = new MonotoneQueue();
    private int search;

    /** How far the end of the shortest way is, so far. */
    long best;

    int endMentor;
    int endLine;
    int endFlow;

    long[] distanceOfLine;
    int[] wayOfLine;
    int[] worthOfLineWay;
    long[] distanceOfMentor;
    int[] wayOfMentor;
    int[] worthOfWay;
    private final int[] seenClass;
    final long[] distanceOfClass;
    final int[] wayOfClass;
    final boolean[] settledClass;
    final IntList seenLines = new IntList();
    final IntList seenMentors = new IntList();

    Labels(LineNodes lines, long step, int classes, int expectedLines, int expectedMentors) {
        this.lines = lines;
        this.step = step;
        distanceOfLine = new long[expectedLines];
        wayOfLine = new int[expectedLines];
        worthOfLineWay = new int[expectedLines];
        distanceOfMentor = new long[expectedMentors];
        Arrays.fill(distanceOfMentor, FAR);
        wayOfMentor = new int[expectedMentors];
        worthOfWay = new int[expectedMentors];
        seenClass = new int[classes];
        distanceOfClass = new long[classes];
        wayOfClass = new int[classes];
        settledClass = new boolean[classes];
    }

    void addLine(int i) {
        if (i == distanceOfLine.length) {
            distanceOfLine = Arrays.copyOf(distanceOfLine, i * 2);
            wayOfLine = Arrays.copyOf(wayOfLine, i * 2);
            worthOfLineWay = Arrays.copyOf(worthOfLineWay, i * 2);
        }
        distanceOfLine[i] = NOWHERE;
    }

    void addMentor(int j) {
        int size = distanceOfMentor.length;
        if (j == size) {
            distanceOfMentor = Arrays.copyOf(distanceOfMentor, size * 2);
            Arrays.fill(distanceOfMentor, size, size * 2, FAR);
            wayOfMentor = Arrays.copyOf(wayOfMentor, size * 2);
            worthOfWay = Arrays.copyOf(worthOfWay, size * 2);
        }
    }

    /** The line has seats now, or has none any more. */
    void note(int line) {
        distanceOfLine[line] = lines.seats[line] > 0 ? FAR : NOWHERE;
    }

    /** Forgets the search before; ways as long as the bound are not looked for. */
    void begin(long bound) {
        search++;
        best = bound;
        endMentor = NONE;
        endLine = NONE;
        for (int k = 0; k < seenLines.size(); k++) {
            note(seenLines.get(k));
        }
        seenLines.clear();
        for (int k = 0; k < seenMentors.size(); k++) {
            distanceOfMentor[seenMentors.get(k)] = FAR;
        }
        seenMentors.clear();
        queue.clear();
    }

    boolean found() {
        return endMentor != NONE || endLine != NONE;
    }

    /** The shortest way ends at this line, so far. */
    void endAtLine(int line, long distance) {
        best = distance;
        endLine = line;
        endMentor = NONE;
    }

    /** The shortest way ends at this mentor, so far. */
    void endAtMentor(int mentor, long distance) {
        best = distance;
        endMentor = mentor;
        endLine = NONE;
    }

    void seeLine(int line, long distance, int way) {
        if (distanceOfLine[line] == FAR) {
            seenLines.add(line);
        }
        distanceOfLine[line] = distance;
        wayOfLine[line] = way;
    }

    void seeMentor(int mentor, long distance, int way, int worth) {
        if (distanceOfMentor[mentor] == FAR) {
            seenMentors.add(mentor);
        }
        distanceOfMentor[mentor] = distance;
        wayOfMentor[mentor] = way;
        worthOfWay[mentor] = worth;
    }

    boolean hasSeen(int audience) {
        return seenClass[audience] == search;
    }

    boolean hasSettled(int audience) {
        return seenClass[audience] == search && settledClass[audience];
    }

    void seeClass(int audience, long distance, int way) {
        seenClass[audience] = search;
        settledClass[audience] = false;
        distanceOfClass[audience] = distance;
        wayOfClass[audience] = way;
    }

    void settleClass(int audience, long distance) {
        settledClass[audience] = true;
        distanceOfClass[audience] = distance;
    }

    /** By how much the price of a node at this distance changes. */
    long change(long distance) {
        return Math.max(0, best - distance);
    }
}
