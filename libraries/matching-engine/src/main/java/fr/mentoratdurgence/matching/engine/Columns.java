package fr.mentoratdurgence.matching.engine;

import java.util.Arrays;

/** The edges of lines that hold all of theirs, by mentor; only once a search goes backwards. */
final class Columns {
    private boolean made;
    private int size;
    int[] lineOf = {};
    int[] worthOf = {};
    int[] first = {};
    int[] end = {};
    private int[] room = {};

    /** From now on each edge stands here, too. */
    void make(LineNodes lines, MentorNodes mentors, Rows rows, OpenLines open) {
        if (made) {
            return;
        }
        made = true;
        int capacity = mentors.price.length;
        first = new int[capacity];
        end = new int[capacity];
        room = new int[capacity];
        for (int i = 0; i < lines.size(); i++) {
            for (int e = rows.first[i]; e < rows.end[i] && !open.is[i]; e++) {
                room[rows.mentorOf[e]]++;
            }
        }
        for (int j = 0; j < mentors.size(); j++) {
            first[j] = size;
            end[j] = size;
            size += room[j];
            room[j] = size;
        }
        lineOf = new int[size];
        worthOf = new int[size];
        for (int i = 0; i < lines.size(); i++) {
            for (int e = rows.first[i]; e < rows.end[i] && !open.is[i]; e++) {
                add(rows.mentorOf[e], i, rows.quality[e]);
            }
        }
    }

    void addMentor(int j) {
        if (made && j == first.length) {
            first = Arrays.copyOf(first, j * 2);
            end = Arrays.copyOf(end, j * 2);
            room = Arrays.copyOf(room, j * 2);
        }
    }

    void add(int mentor, int line, int worth) {
        if (!made) {
            return;
        }
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
}
