package fr.mentoratdurgence.reporting.ledger;

/** All sessions that were held, or all that were missed, one row each, in no order that means anything. */
public final class Sessions {
    private int size;

    /** Row in {@link Pairs}. */
    public final Ints pair = new Ints();

    /** Day since 1970 on which it was held, or was to be. */
    public final Ints day = new Ints();

    /** Minutes of a session that was held. */
    public final Ints minutes = new Ints();

    /** Code of the channel of a session that was held, of the side that missed a missed one. */
    public final Ints code = new Ints();

    /** 1 where the absence was excused, 0 where not; a session that was held has none. */
    public final Ints excused = new Ints();

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
        size++;
    }

    void missed(int pairRow, Entry e, int on) {
        pair.set(size, pairRow);
        day.set(size, on);
        code.set(size, e.number(Field.MISSED_BY));
        excused.set(size, e.number(Field.EXCUSED));
        size++;
    }

    void join(Sessions other, int[] pairs) {
        for (int from = 0; from < other.size; from++, size++) {
            pair.set(size, pairs[other.pair.get(from)]);
            day.copyRow(size, other.day, from);
            minutes.copyRow(size, other.minutes, from);
            code.copyRow(size, other.code, from);
            excused.copyRow(size, other.excused, from);
        }
    }
}
