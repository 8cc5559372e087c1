package fr.mentoratdurgence.reporting.ledger;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One fact on its way into a ledger. It is filled, entered and filled again, so that a replay of millions makes no
 * garbage.
 */
public final class Entry {
    private static final int FIELDS = Field.values().length;

    private @Nullable Kind kind;
    private int source;
    private int type;
    private long recordedAt;
    private long subjectHigh;
    private long subjectLow;
    private int sequence;

    private final long[] values = new long[FIELDS];
    private final long[] lows = new long[FIELDS];
    private long present;
    private int lines;
    private int[] lineCells = new int[24];

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
        this.kind = null;
        this.source = source;
        this.type = type;
        this.recordedAt = recordedAt;
        this.subjectHigh = subject.high();
        this.subjectLow = subject.low();
        this.sequence = sequence;
        this.present = 0;
        this.lines = 0;
    }

    /** Says what it is; its components follow. */
    public void kind(Kind known) {
        kind = known;
    }

    /** A component that is a code, a count, a flag (0 or 1), a day since 1970 or the microseconds of an instant. */
    public void put(Field field, long value) {
        values[field.ordinal()] = value;
        present |= field.bit();
    }

    /** A component that is an id. */
    public void put(Field field, Id id) {
        lows[field.ordinal()] = id.low();
        put(field, id.high());
    }

    /** The lines begin; a list without lines is a list too. */
    public void putLines() {
        lines = 0;
        present |= Field.LINES.bit();
    }

    /** One line of a need. */
    public void putLine(int number, int levelBand, int count) {
        if (lines * 3 + 3 > lineCells.length) {
            lineCells = Arrays.copyOf(lineCells, lineCells.length * 2);
        }
        lineCells[lines * 3] = number;
        lineCells[lines * 3 + 1] = levelBand;
        lineCells[lines * 3 + 2] = count;
        lines++;
    }

    /** Whether everything is there without which it cannot be counted. */
    public boolean isComplete() {
        return kind != null && (present & kind.requiredBits()) == kind.requiredBits();
    }

    Kind kind() {
        if (kind == null) {
            throw new IllegalStateException("a fact of no kind");
        }
        return kind;
    }

    int source() {
        return source;
    }

    int type() {
        return type;
    }

    long recordedAt() {
        return recordedAt;
    }

    long subjectHigh() {
        return subjectHigh;
    }

    long subjectLow() {
        return subjectLow;
    }

    int sequence() {
        return sequence;
    }

    boolean has(Field field) {
        return (present & field.bit()) != 0;
    }

    long high(Field field) {
        return values[field.ordinal()];
    }

    long low(Field field) {
        return lows[field.ordinal()];
    }

    /** A code, count, flag or day; {@link Ints#NONE} where it was not told. */
    int number(Field field) {
        return has(field) ? (int) values[field.ordinal()] : Ints.NONE;
    }

    /** An instant in seconds; {@link Ints#NONE} where it was not told. */
    int second(Field field) {
        return has(field) ? Moments.second(values[field.ordinal()]) : Ints.NONE;
    }

    int recordedSecond() {
        return Moments.second(recordedAt);
    }

    int lines() {
        return lines;
    }

    int lineNumber(int line) {
        return lineCells[line * 3];
    }

    int lineBand(int line) {
        return lineCells[line * 3 + 1];
    }

    int lineCount(int line) {
        return lineCells[line * 3 + 2];
    }
}
