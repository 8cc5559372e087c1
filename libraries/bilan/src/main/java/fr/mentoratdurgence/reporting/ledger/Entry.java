package fr.mentoratdurgence.reporting.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One fact on its way into a ledger. It is filled, entered and filled again, so that a replay of millions makes no
 * garbage.
 */
public final class Entry {
    private static final int FIELDS = Field.values().length;
    private static final int CELLS = 4;

    private @Nullable Kind kind;
    private int source;
    private int type;
    private long recordedAt;
    private long subjectHigh;
    private long subjectLow;
    private int sequence;

    private final long[] values = new long[FIELDS];
    private final long[] lows = new long[FIELDS];
    private final int[] putIn = new int[FIELDS];
    private int turn;
    private int lines;
    private int[] lineCells = new int[8 * CELLS];

    /**
     * Starts the next fact.
     *
     * @param source number of the service that told it, among names
     * @param type number of its type, among names
     * @param recordedAt record time, as {@link Moments} counts it
     * @param subject its stream
     * @param sequence its place in the stream, from 0
     */
    public void begin(int source, int type, long recordedAt, Id subject, int sequence) {
        begin(source, type, recordedAt, subject.high(), subject.low(), sequence);
    }

    /** The same with the two halves of the id of its stream. */
    public void begin(int source, int type, long recordedAt, long subjectHigh, long subjectLow, int sequence) {
        this.kind = null;
        this.source = source;
        this.type = type;
        this.recordedAt = recordedAt;
        this.subjectHigh = subjectHigh;
        this.subjectLow = subjectLow;
        this.sequence = sequence;
        this.turn++;
        this.lines = 0;
    }

    /** Says what it is; its components follow. */
    public void kind(Kind known) {
        kind = known;
    }

    /** A component that is a code, a count, a flag (0 or 1), a day since 1970 or the microseconds of an instant. */
    public void put(Field field, long value) {
        values[field.place()] = value;
        putIn[field.place()] = turn;
    }

    /** A component that is an id. */
    public void put(Field field, Id id) {
        put(field, id.high(), id.low());
    }

    /** A component that is an id, in its two halves. */
    public void put(Field field, long high, long low) {
        lows[field.place()] = low;
        put(field, high);
    }

    /** The lines of a need, or the floors of a policy, begin; a list without lines is a list too. */
    public void putLines(Field list) {
        lines = 0;
        putIn[list.place()] = turn;
    }

    /**
     * One line: of a need its number, level band, places and kinds of support; of floors the place, audience and percent.
     *
     * @param codes what the line wants besides, {@link Ints#NONE} where nothing was told
     */
    public void putLine(int number, int code, int count, int codes) {
        int at = lines * CELLS;
        if (at == lineCells.length) {
            lineCells = Arrays.copyOf(lineCells, at * 2);
        }
        lineCells[at] = number;
        lineCells[at + 1] = code;
        lineCells[at + 2] = count;
        lineCells[at + 3] = codes;
        lines++;
    }

    /** Whether everything is there without which it cannot be counted. */
    public boolean isComplete() {
        if (kind == null || !has(kind.stream())) {
            return false;
        }
        for (Field field : kind.required()) {
            if (!has(field)) {
                return false;
            }
        }
        return true;
    }

    /** What it is. */
    public Kind kind() {
        if (kind == null) {
            throw new IllegalStateException("a fact of no kind");
        }
        return kind;
    }

    /** Number of the service that told it, among names. */
    public int source() {
        return source;
    }

    /** Number of its type, among names. */
    public int type() {
        return type;
    }

    /** Record time, as {@link Moments} counts it. */
    public long recordedAt() {
        return recordedAt;
    }

    /** First half of the id of its stream. */
    public long subjectHigh() {
        return subjectHigh;
    }

    /** Second half. */
    public long subjectLow() {
        return subjectLow;
    }

    /** Its place in the stream. */
    public int sequence() {
        return sequence;
    }

    /** Whether it tells a component. */
    public boolean has(Field field) {
        return putIn[field.place()] == turn;
    }

    /** A component that is no id, or the first half of one that is. */
    public long high(Field field) {
        return values[field.place()];
    }

    /** The second half of an id. */
    public long low(Field field) {
        return lows[field.place()];
    }

    /** A code, count, flag or day; {@link Ints#NONE} where it was not told. */
    public int number(Field field) {
        return has(field) ? (int) values[field.place()] : Ints.NONE;
    }

    /** An instant in seconds; {@link Ints#NONE} where it was not told. */
    int second(Field field) {
        return has(field) ? Moments.second(values[field.place()]) : Ints.NONE;
    }

    int recordedSecond() {
        return Moments.second(recordedAt);
    }

    /** How many lines. */
    public int lines() {
        return lines;
    }

    /** Number of a line. */
    public int lineNumber(int line) {
        return lineCells[line * CELLS];
    }

    /** Code of a line. */
    public int lineCode(int line) {
        return lineCells[line * CELLS + 1];
    }

    /** Places, or percent, of a line. */
    public int lineCount(int line) {
        return lineCells[line * CELLS + 2];
    }

    /** What a line wants besides, or {@link Ints#NONE}. */
    public int lineCodes(int line) {
        return lineCells[line * CELLS + 3];
    }
}
