package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** Seats of one line with one mentor: a list for each line and one for each mentor, through the same items. */
final class Flows {
    static final int NONE = -1;
    private static final int FIRST_SIZE = 64;

    private int size;
    private int free = NONE;
    int[] firstOfLine;
    int[] firstOfMentor;
    int[] line = new int[FIRST_SIZE];
    int[] mentor = new int[FIRST_SIZE];
    int[] quality = new int[FIRST_SIZE];
    int[] amount = new int[FIRST_SIZE];
    int[] nextOfLine = new int[FIRST_SIZE];
    int[] nextOfMentor = new int[FIRST_SIZE];
    private int[] previousOfMentor = new int[FIRST_SIZE];

    Flows(int expectedLines, int expectedMentors) {
        firstOfLine = new int[expectedLines];
        firstOfMentor = new int[expectedMentors];
    }

    void addLine(int i) {
        if (i == firstOfLine.length) {
            firstOfLine = Arrays.copyOf(firstOfLine, i * 2);
        }
        firstOfLine[i] = NONE;
    }

    void addMentor(int j) {
        if (j == firstOfMentor.length) {
            firstOfMentor = Arrays.copyOf(firstOfMentor, j * 2);
        }
        firstOfMentor[j] = NONE;
    }

    /** So many seats more of the line with the mentor. */
    void increase(int ofLine, int withMentor, int worth, int by) {
        for (int f = firstOfLine[ofLine]; f != NONE; f = nextOfLine[f]) {
            if (mentor[f] == withMentor) {
                amount[f] += by;
                return;
            }
        }
        int f = free;
        if (f == NONE) {
            f = size++;
            if (f == line.length) {
                grow(f * 2);
            }
        } else {
            free = nextOfLine[f];
        }
        line[f] = ofLine;
        mentor[f] = withMentor;
        quality[f] = worth;
        amount[f] = by;
        nextOfLine[f] = firstOfLine[ofLine];
        firstOfLine[ofLine] = f;
        previousOfMentor[f] = NONE;
        nextOfMentor[f] = firstOfMentor[withMentor];
        if (firstOfMentor[withMentor] != NONE) {
            previousOfMentor[firstOfMentor[withMentor]] = f;
        }
        firstOfMentor[withMentor] = f;
    }

    /** So many seats fewer; an empty flow is gone. */
    void reduce(int flow, int by) {
        amount[flow] -= by;
        if (amount[flow] > 0) {
            return;
        }
        int ofLine = line[flow];
        if (firstOfLine[ofLine] == flow) {
            firstOfLine[ofLine] = nextOfLine[flow];
        } else {
            int before = firstOfLine[ofLine];
            while (nextOfLine[before] != flow) {
                before = nextOfLine[before];
            }
            nextOfLine[before] = nextOfLine[flow];
        }
        int previous = previousOfMentor[flow];
        int next = nextOfMentor[flow];
        if (previous == NONE) {
            firstOfMentor[mentor[flow]] = next;
        } else {
            nextOfMentor[previous] = next;
        }
        if (next != NONE) {
            previousOfMentor[next] = previous;
        }
        nextOfLine[flow] = free;
        free = flow;
    }

    private void grow(int capacity) {
        line = Arrays.copyOf(line, capacity);
        mentor = Arrays.copyOf(mentor, capacity);
        quality = Arrays.copyOf(quality, capacity);
        amount = Arrays.copyOf(amount, capacity);
        nextOfLine = Arrays.copyOf(nextOfLine, capacity);
        nextOfMentor = Arrays.copyOf(nextOfMentor, capacity);
        previousOfMentor = Arrays.copyOf(previousOfMentor, capacity);
    }
}
