package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/**
 * The edges of lines that hold all of theirs, by mentor, in the order of the lines. Only searches that go backwards read
 * them: while a plan is made these are few, and a line's edges come here no earlier than the next of them.
 */
final class Columns {
    /** The edges of so many lines stand here. */
    private int known;

    private int size;
    int[] lineOf = {};
    int[] worthOf = {};
    int[] first = {};
    int[] end = {};
    private int[] room = {};

    /** Brings in the edges of the lines that came since. */
    void catchUp(LineNodes lines, MentorNodes mentors, Rows rows, OpenLines open) {
        makeRoom(mentors.size());
        if (lines.size() > 2 * known) {
            measure(lines.size(), mentors.size(), rows, open);
            known = 0;
        }
        for (; known < lines.size(); known++) {
            for (int e = rows.first[known], stop = open.is[known] ? e : rows.end[known]; e < stop; e++) {
                put(rows.mentorOf[e], known, rows.quality[e]);
            }
        }
    }

    /** The edges of a line that has just come, where those of all before it stand here. */
    void addLine(int line, int mentors, Rows rows) {
        if (line == known && line > 0) {
            known++;
            makeRoom(mentors);
            for (int e = rows.first[line], stop = rows.end[line]; e < stop; e++) {
                put(rows.mentorOf[e], line, rows.quality[e]);
            }
        }
    }

    /** An edge to a mentor who comes after the line. */
    void add(int mentor, int line, int worth) {
        if (line < known) {
            makeRoom(mentor + 1);
            put(mentor, line, worth);
        }
    }

    /** Begins anew, with as much room for each mentor as so many lines take. */
    private void measure(int lines, int mentors, Rows rows, OpenLines open) {
        Arrays.fill(room, 0);
        for (int i = 0; i < lines; i++) {
            for (int e = rows.first[i], stop = open.is[i] ? e : rows.end[i]; e < stop; e++) {
                room[rows.mentorOf[e]]++;
            }
        }
        size = 0;
        for (int j = 0; j < mentors; j++) {
            first[j] = size;
            end[j] = size;
            size += room[j];
            room[j] = size;
        }
        lineOf = new int[size];
        worthOf = new int[size];
    }

    private void put(int mentor, int line, int worth) {
        if (end[mentor] == room[mentor]) {
            move(mentor);
        }
        lineOf[end[mentor]] = line;
        worthOf[end[mentor]++] = worth;
    }

    /** Moves a column to where it can become longer. */
    private void move(int mentor) {
        int count = end[mentor] - first[mentor];
        int wanted = count + Math.max(4, count / 4);
        if (size > lineOf.length - wanted) {
            int capacity = Rows.grown(lineOf.length, size + wanted);
            lineOf = Arrays.copyOf(lineOf, capacity);
            worthOf = Arrays.copyOf(worthOf, capacity);
        }
        System.arraycopy(lineOf, first[mentor], lineOf, size, count);
        System.arraycopy(worthOf, first[mentor], worthOf, size, count);
        first[mentor] = size;
        end[mentor] = size + count;
        size += wanted;
        room[mentor] = size;
    }

    private void makeRoom(int mentors) {
        if (mentors > first.length) {
            int capacity = Math.max(mentors, 2 * first.length);
            first = Arrays.copyOf(first, capacity);
            end = Arrays.copyOf(end, capacity);
            room = Arrays.copyOf(room, capacity);
        }
    }
}
