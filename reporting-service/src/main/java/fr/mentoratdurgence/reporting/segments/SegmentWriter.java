package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.history.FactReader;
import fr.mentoratdurgence.reporting.history.RawFact;
import fr.mentoratdurgence.reporting.history.RawFact.Part;
import fr.mentoratdurgence.reporting.ledger.Entries;
import fr.mentoratdurgence.reporting.ledger.Entry;
import fr.mentoratdurgence.reporting.ledger.Field;
import fr.mentoratdurgence.reporting.ledger.Id;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.ledger.ParisDays;
import fr.mentoratdurgence.reporting.ledger.Uncounted;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * Writes the facts of a segment, in the order in which they are given, to a Parquet file. The same facts in the same
 * order give the same bytes: one thread, fixed compression and row groups, no time of writing.
 */
final class SegmentWriter implements AutoCloseable {
    private static final int ROWS_PER_GROUP = 122_880;

    private final DuckDBConnection duck;
    private final DuckDBAppender rows;
    private final FactReader reader;
    private final WordNumbers codes = WordNumbers.ofCodes();
    private final WordNumbers names = WordNumbers.ofNames();
    private final ParisDays paris = new ParisDays();
    private final Id subject = new Id();
    private final TreeSet<String> sources = new TreeSet<>();
    private final TreeSet<String> types = new TreeSet<>();
    private long facts;
    private long first = Long.MAX_VALUE;
    private long last = Long.MIN_VALUE;

    /** @param spill folder for what a long day has more than the memory holds; made when needed, removed at the end */
    SegmentWriter(Path spill, String memory) throws SQLException {
        duck = Duck.open(1, memory);
        // beside the segments: a day may be longer than what temporary files have room for
        Duck.run(duck, "set temp_directory = " + Duck.quoted(spill));
        Duck.run(duck, "create table facts (" + SegmentColumns.declarations() + ")");
        rows = duck.createAppender("facts");
        reader = new FactReader(
                new Entries() {
                    @Override
                    public boolean reaches(long recordedAt) {
                        return true;
                    }

                    @Override
                    public void enter(Entry e) {
                        entered = e;
                        reading = SegmentColumns.READ;
                    }

                    @Override
                    public void enterUncounted(Uncounted why, int source, int type, long recordedAt, Id event) {
                        entered = null;
                        reading = switch (why) {
                            case UNREAD -> SegmentColumns.UNREAD;
                            case UNKNOWN -> SegmentColumns.UNKNOWN;
                            case UNREADABLE -> SegmentColumns.UNREADABLE;
                        };
                    }
                },
                codes,
                names);
    }

    private @Nullable Entry entered;
    private int reading;

    void write(RawFact fact) throws SQLException {
        reader.read(fact);
        Entry e = entered;
        facts++;
        first = Math.min(first, fact.recordedAt());
        last = Math.max(last, fact.recordedAt());
        String source = fact.text(Part.SOURCE);
        String type = fact.text(Part.TYPE);
        String stream = fact.text(Part.SUBJECT);
        sources.add(source);
        types.add(type);
        subject.read(stream);
        int told = e == null || e.kind().day() == null ? Ints.NONE : e.number(dayOf(e));

        rows.beginRow();
        rows.append(fact.text(Part.ID));
        rows.appendEpochMicros(Moments.since1970(fact.recordedAt()));
        rows.append(source);
        rows.append(type);
        rows.append(stream);
        rows.append(fact.sequence());
        rows.append(subject.high());
        rows.append(subject.low());
        rows.append((byte) reading);
        rows.appendEpochDays(told == Ints.NONE ? paris.of(fact.recordedAt()) : told);
        day(told);
        for (Field field : SegmentColumns.components()) {
            component(e, field);
        }
        lines(e);
        rows.append(fact.text(Part.ATTRIBUTES));
        rows.append(fact.text(Part.DATA));
        rows.endRow();
    }

    /** Writes the file; nothing can be written afterwards. */
    void finish(Path file, Map<String, String> metadata) throws SQLException {
        rows.flush();
        String pairs = metadata.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(pair -> pair.getKey() + ": " + Duck.quoted(pair.getValue()))
                .collect(Collectors.joining(", "));
        Duck.run(
                duck,
                "copy facts to " + Duck.quoted(file) + " (format parquet, compression zstd, row_group_size "
                        + ROWS_PER_GROUP + ", kv_metadata {" + pairs + "})");
    }

    long facts() {
        return facts;
    }

    Instant first() {
        return Moments.instant(first);
    }

    Instant last() {
        return Moments.instant(last);
    }

    List<String> sources() {
        return List.copyOf(sources);
    }

    List<String> types() {
        return List.copyOf(types);
    }

    List<String> codes() {
        TreeSet<String> sorted = new TreeSet<>();
        for (int code = 0; code < codes.size(); code++) {
            sorted.add(codes.text(code));
        }
        return List.copyOf(sorted);
    }

    @Override
    public void close() throws SQLException {
        rows.close();
        duck.close();
    }

    private static Field dayOf(Entry e) {
        Field day = e.kind().day();
        if (day == null) {
            throw new IllegalStateException("a fact without a day of its own");
        }
        return day;
    }

    private void component(@Nullable Entry e, Field field) throws SQLException {
        boolean isId = field.form() == Field.Form.ID;
        boolean told = e != null && e.has(field);
        // most facts name their own stream: it stands in the subject already
        if (e == null || !told || (isId && e.high(field) == subject.high() && e.low(field) == subject.low())) {
            rows.appendNull();
            if (isId) {
                rows.appendNull();
            }
            return;
        }
        switch (field.form()) {
            case ID -> {
                rows.append(e.high(field));
                rows.append(e.low(field));
            }
            case CODE, CODES -> rows.append(codes.text(e.number(field)));
            case COUNT -> rows.append(e.number(field));
            case FLAG -> rows.append(e.number(field) == 1);
            case DAY -> rows.appendEpochDays(e.number(field));
            case INSTANT -> rows.appendEpochMicros(Moments.since1970(e.high(field)));
            case LINES, FLOORS -> throw new IllegalStateException("lines have no column");
        }
    }

    private void day(int day) throws SQLException {
        if (day == Ints.NONE) {
            rows.appendNull();
        } else {
            rows.appendEpochDays(day);
        }
    }

    private void lines(@Nullable Entry e) throws SQLException {
        if (e == null || !(e.has(Field.LINES) || e.has(Field.FLOORS))) {
            rows.appendNull();
            return;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < e.lines(); i++) {
            text.append(i == 0 ? "" : ";")
                    .append(e.lineNumber(i))
                    .append(':')
                    .append(codes.text(e.lineCode(i)))
                    .append(':')
                    .append(e.lineCount(i));
            if (e.lineCodes(i) != Ints.NONE) {
                text.append(':').append(codes.text(e.lineCodes(i)));
            }
        }
        rows.append(text.toString());
    }
}
