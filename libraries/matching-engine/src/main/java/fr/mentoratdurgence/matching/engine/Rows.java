package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** Edges by line: those of line i are {@code first[i]} to {@code end[i] - 1}, with room up to {@code room[i] - 1}. */
final class Rows {
    private static final int USUAL_EDGES = 16;

    private int size;
    int[] first;
    int[] end;
    private int[] room;
    int[] mentorOf;
    int[] quality;

    Rows(int expectedLines) {
        first = new int[expectedLines];
        end = new int[expectedLines];
        room = new int[expectedLines];
        mentorOf = new int[USUAL_EDGES * expectedLines];
        quality = new int[USUAL_EDGES * expectedLines];
    }

    int size() {
        return size;
    }

    /** Begins the row of the next line, with room for so many edges. */
    void begin(int line, int count) {
        if (line == first.length) {
            first = Arrays.copyOf(first, line * 2);
            end = Arrays.copyOf(end, line * 2);
            room = Arrays.copyOf(room, line * 2);
        }
        if (size > mentorOf.length - count) {
            grow(size + count);
        }
        first[line] = size;
        end[line] = size;
        room[line] = size + count;
        size += count;
    }

    /** The row that was begun last ends here: the rest of it is the next one's. */
    void close(int line, int at) {
        end[line] = at;
        room[line] = at;
        size = at;
    }

    void add(int line, int mentor, int worth) {
        if (end[line] == room[line]) {
            move(line);
        }
        int e = end[line]++;
        mentorOf[e] = mentor;
        quality[e] = worth;
    }

    /** Moves the edges of a line to where they can become more. */
    private void move(int line) {
        int count = end[line] - first[line];
        int wanted = count + Math.max(4, count / 4);
        int to = size;
        if (to > Integer.MAX_VALUE - 8 - wanted) {
            throw new IllegalStateException("too many edges");
        }
        if (to + wanted > mentorOf.length) {
            grow(to + wanted);
        }
        System.arraycopy(mentorOf, first[line], mentorOf, to, count);
        System.arraycopy(quality, first[line], quality, to, count);
        first[line] = to;
        end[line] = to + count;
        room[line] = to + wanted;
        size = to + wanted;
    }

    private void grow(int atLeast) {
        int capacity = grown(mentorOf.length, atLeast);
        mentorOf = Arrays.copyOf(mentorOf, capacity);
        quality = Arrays.copyOf(quality, capacity);
    }

    /** Half as much again, or more where that is not enough. */
    static int grown(int capacity, int atLeast) {
        int more = (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(atLeast, capacity * 3L / 2));
        if (atLeast < 0 || more < atLeast) {
            throw new IllegalStateException("too many edges");
        }
        return more;
    }
}
