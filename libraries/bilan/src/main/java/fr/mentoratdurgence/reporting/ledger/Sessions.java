package fr.mentoratdurgence.reporting.ledger;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All sessions that were held, or all that were missed, or all calls, one row each, in no order that means anything. What was taken
 * back stands apart, for it may come before what it takes back; it is struck before anybody counts.
 */
public final class Sessions {
    private int size;

    private @Nullable Sessions takenBack;

    private record Row(int pair, int day, int minutes, int code, int excused, int supports) {}

    /** Row in {@link Pairs}, of a call in {@link Needs}. */
    public final Ints pair = new Ints();

    /** Day since 1970 on which it was held, or was to be. */
    public final Ints day = new Ints();

    /** Minutes of a session that was held. */
    public final Ints minutes = new Ints();

    /** Code of the channel of a session that was held, of the side that missed a missed one. */
    public final Ints code = new Ints();

    /** 1 where the absence was excused, 0 where not; a session that was held has none. */
    public final Ints excused = new Ints();

    /** Kinds of support that a session that was held was about, as one word; none where that was not told. */
    public final Ints supports = new Ints();

    /** The sessions of each pair together. */
    public static final class ByPair {
        private final int[] starts;
        private final int[] rows;

        private ByPair(int[] starts, int[] rows) {
            this.starts = starts;
            this.rows = rows;
        }

        /** How many sessions a pair has. */
        public int count(int pair) {
            return starts[pair + 1] - starts[pair];
        }

        /** The row of one of them, from 0. */
        public int row(int pair, int number) {
            return rows[starts[pair] + number];
        }
    }

    /** How many sessions there are. */
    public int size() {
        return size;
    }

    /** The rows of each of so many pairs. */
    public ByPair byPair(int pairs) {
        int[] starts = new int[pairs + 1];
        for (int row = 0; row < size; row++) {
            starts[pair.get(row) + 1]++;
        }
        for (int i = 0; i < pairs; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] rows = new int[size];
        for (int row = 0; row < size; row++) {
            rows[next[pair.get(row)]++] = row;
        }
        return new ByPair(starts, rows);
    }

    void held(int pairRow, Entry e, int on) {
        pair.set(size, pairRow);
        day.set(size, on);
        minutes.set(size, e.number(Field.MINUTES));
        code.set(size, e.number(Field.CHANNEL));
        supports.set(size, e.number(Field.SUPPORT));
        size++;
    }

    void missed(int pairRow, Entry e, int on) {
        pair.set(size, pairRow);
        day.set(size, on);
        code.set(size, e.number(Field.MISSED_BY));
        excused.set(size, e.number(Field.EXCUSED));
        size++;
    }

    /** A call to a need. */
    void called(int needRow, Entry e, int on) {
        add(call(needRow, e, on));
    }

    void notCalled(int needRow, Entry e, int on) {
        back().add(call(needRow, e, on));
    }

    private static Row call(int needRow, Entry e, int on) {
        return new Row(needRow, on, Ints.NONE, e.number(Field.REACHED), Ints.NONE, Ints.NONE);
    }

    /** A session that was told was none: its day, minutes, channel and support stand in these components. */
    void notHeld(int pairRow, Entry e, Field on, Field length, Field channel, Field support) {
        back().add(new Row(pairRow, e.number(on), e.number(length), e.number(channel), Ints.NONE, e.number(support)));
    }

    void notMissed(int pairRow, Entry e) {
        back().add(new Row(
                pairRow,
                e.number(Field.PLANNED_ON),
                Ints.NONE,
                e.number(Field.MISSED_BY),
                e.number(Field.EXCUSED),
                Ints.NONE));
    }

    /** Removes for each session that was taken back one that is the same; what is not heard yet is struck later. */
    void strike() {
        if (takenBack == null) {
            return;
        }
        Map<Row, Integer> wanted = new HashMap<>();
        for (int row = 0; row < takenBack.size; row++) {
            wanted.merge(takenBack.at(row), 1, Integer::sum);
        }
        int kept = 0;
        for (int row = 0; row < size; row++) {
            Integer times = wanted.get(at(row));
            if (times == null) {
                move(row, kept++);
            } else if (times == 1) {
                wanted.remove(at(row));
            } else {
                wanted.put(at(row), times - 1);
            }
        }
        size = kept;
        takenBack = null;
        wanted.forEach((row, times) -> {
            for (int i = 0; i < times; i++) {
                back().add(row);
            }
        });
    }

    private Sessions back() {
        if (takenBack == null) {
            takenBack = new Sessions();
        }
        return takenBack;
    }

    private Row at(int row) {
        return new Row(
                pair.get(row), day.get(row), minutes.get(row), code.get(row), excused.get(row), supports.get(row));
    }

    private void add(Row row) {
        put(size++, row);
    }

    private void move(int from, int to) {
        if (from != to) {
            put(to, at(from));
        }
    }

    private void put(int at, Row row) {
        pair.set(at, row.pair());
        day.set(at, row.day());
        minutes.set(at, row.minutes());
        code.set(at, row.code());
        excused.set(at, row.excused());
        supports.set(at, row.supports());
    }

    void join(Sessions other, int[] pairs) {
        if (other.takenBack != null) {
            back().join(other.takenBack, pairs);
        }
        for (int from = 0; from < other.size; from++, size++) {
            pair.set(size, pairs[other.pair.get(from)]);
            day.copyRow(size, other.day, from);
            minutes.copyRow(size, other.minutes, from);
            code.copyRow(size, other.code, from);
            excused.copyRow(size, other.excused, from);
            supports.copyRow(size, other.supports, from);
        }
    }
}
