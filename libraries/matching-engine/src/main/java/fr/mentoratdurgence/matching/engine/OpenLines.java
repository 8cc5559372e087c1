package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/**
 * Lines that hold only the best of their edges: no edge that is not held is worth more than {@link #rest} (before base,
 * less the mentor's price) plus what prices may have dropped since.
 */
final class OpenLines {
    boolean[] is;

    /** The most that any pair of the line can be worth. */
    int[] topWorth;

    private long[] rest;
    private long[] dropsThen;
    private long drops;

    OpenLines(int expectedLines) {
        is = new boolean[expectedLines];
        topWorth = new int[expectedLines];
        rest = new long[expectedLines];
        dropsThen = new long[expectedLines];
    }

    void addLine(int i) {
        if (i == is.length) {
            is = Arrays.copyOf(is, i * 2);
            topWorth = Arrays.copyOf(topWorth, i * 2);
            rest = Arrays.copyOf(rest, i * 2);
            dropsThen = Arrays.copyOf(dropsThen, i * 2);
        }
    }

    void open(int line, int mostWorth) {
        is[line] = true;
        topWorth[line] = mostWorth;
        forget(line);
    }

    /** Of the edges that are not held nothing is known any more. */
    void forget(int line) {
        rest[line] = Labels.FAR;
    }

    /** No edge that is not held is worth more than this now. */
    void know(int line, long most) {
        rest[line] = most;
        dropsThen[line] = drops;
    }

    /** The reduced cost that no edge of the line is below, unless it is held. */
    long slack(int line, long z) {
        return Math.max(0, z - rest[line] - (drops - dropsThen[line]));
    }

    /** Prices may be lower by so much: what open lines know of others does not hold any more. */
    void drop(long most) {
        drops += most;
        if (drops > Labels.FAR) {
            drops = 0;
            Arrays.fill(rest, Labels.FAR);
            Arrays.fill(dropsThen, 0);
        }
    }
}
