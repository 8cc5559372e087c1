package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.history.FactReader;
import fr.mentoratdurgence.reporting.history.RawFact;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Entry;
import fr.mentoratdurgence.reporting.ledger.Field;
import fr.mentoratdurgence.reporting.ledger.Ints;
import fr.mentoratdurgence.reporting.ledger.Kind;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.ledger.WordNumbers;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBReadableVector;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Folds segments. DuckDB reads the columns and gives them, some thousand rows at once, to a function of ours that stands
 * in the query: no row crosses over to Java as an object, and each of DuckDB's threads fills a ledger of its own.
 */
final class SegmentReader {
    /** A row group of the columns that are read, many times over; the rest of a small container is the heap's. */
    private static final int MEGABYTES_PER_THREAD = 128;

    /** Columns that every fact has, before the components. */
    private static final int FIXED = 7;

    private static final int TYPE = 0;
    private static final int SOURCE = 1;
    private static final int RECORDED_AT = 2;
    private static final int SUBJECT_HIGH = 3;
    private static final int SUBJECT_LOW = 4;
    private static final int SEQUENCE = 5;
    private static final int TOLD_ON = 6;

    private final WordNumbers codes = WordNumbers.ofCodes();
    private final WordNumbers names = WordNumbers.ofNames();
    private final Queue<Folding> idle = new ConcurrentLinkedQueue<>();
    private final Queue<Folding> all = new ConcurrentLinkedQueue<>();
    private final Cut cut;
    private final int threads;

    private SegmentReader(Cut cut, int threads) {
        this.cut = cut;
        this.threads = threads;
    }

    /** One ledger that takes all facts of the segments. */
    static Ledger fold(List<Manifest.Line> lines, Function<Manifest.Line, Path> file, Cut cut, int threads) {
        return new SegmentReader(cut, threads).fold(lines, file);
    }

    private Ledger fold(List<Manifest.Line> lines, Function<Manifest.Line, Path> file) {
        List<Manifest.Line> asWeRead = lines.stream()
                .filter(line -> line.reading().equals(SegmentColumns.reading()))
                .toList();
        List<Manifest.Line> otherwise = lines.stream()
                .filter(line -> !line.reading().equals(SegmentColumns.reading()))
                .toList();
        Ledger ledger = new Ledger(cut, codes, names);
        try (DuckDBConnection duck = Duck.open(threads, MEGABYTES_PER_THREAD * threads + "MB")) {
            if (!asWeRead.isEmpty()) {
                String from = Duck.parquet(asWeRead.stream().map(file).toList());
                foldColumns(duck, from, asWeRead);
                foldBodies(duck, from + " where reading > 0", ledger);
            }
            if (!otherwise.isEmpty()) {
                foldBodies(duck, Duck.parquet(otherwise.stream().map(file).toList()), ledger);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the segments could not be read", e);
        }
        all.forEach(folding -> ledger.join(folding.ledger));
        return ledger;
    }

    private void foldColumns(DuckDBConnection duck, String from, List<Manifest.Line> lines) throws SQLException {
        TreeSet<String> usedCodes = new TreeSet<>();
        TreeSet<String> usedNames = new TreeSet<>();
        lines.forEach(line -> {
            usedCodes.addAll(line.codes());
            usedNames.addAll(line.sources());
            usedNames.addAll(line.types());
        });
        Duck.run(duck, enumeration("codes", usedCodes));
        Duck.run(duck, enumeration("names", usedNames));
        Plan plan = new Plan(numbers(usedCodes, codes), numbers(usedNames, names), kinds(usedNames));
        DuckDBFunctions.scalarFunction()
                .withName("fold")
                .withParameters(parameterTypes())
                .withReturnType(DuckDBColumnType.BIGINT)
                .withVolatile()
                .withVectorizedFunction((rows, taken) -> take(plan, rows, taken))
                .register(duck);
        try (Statement statement = duck.createStatement();
                ResultSet _ = statement.executeQuery("select sum(fold(" + parameters() + ")) from " + from
                        + " where reading = 0 and recorded_at <= '"
                        + cut.recordedUntil()
                                .truncatedTo(ChronoUnit.MICROS)
                                .toString()
                                .replace("Z", "") + "'")) {
            // the sum only makes DuckDB call us for every row
        }
    }

    private void take(Plan plan, DuckDBDataChunkReader rows, DuckDBWritableVector taken) {
        Folding folding = idle.poll();
        if (folding == null) {
            folding = new Folding(new Ledger(cut, codes, names), new Entry());
            all.add(folding);
        }
        DuckDBReadableVector[] columns = new DuckDBReadableVector[(int) rows.columnCount()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = rows.vector(i);
        }
        long count = rows.rowCount();
        for (long row = 0; row < count; row++) {
            folding.take(plan, columns, row, codes);
            taken.setLong(row, 1);
        }
        idle.add(folding);
    }

    /** What the numbers in the query stand for, and where the components of a kind stand. */
    private static final class Plan {
        final int[] codeNumbers;
        final int[] nameNumbers;
        final List<@Nullable Kind> kinds;
        final Map<Field, Integer> columns = new EnumMap<>(Field.class);

        Plan(int[] codeNumbers, int[] nameNumbers, List<@Nullable Kind> kinds) {
            this.codeNumbers = codeNumbers;
            this.nameNumbers = nameNumbers;
            this.kinds = kinds;
            int column = FIXED;
            for (Field field : SegmentColumns.components()) {
                columns.put(field, column);
                column += field.form() == Field.Form.ID ? 2 : 1;
            }
            columns.put(Field.LINES, column);
            columns.put(Field.FLOORS, column);
        }

        int column(Field field) {
            return columns.getOrDefault(field, -1);
        }
    }

    /** What one thread folds. */
    private record Folding(Ledger ledger, Entry entry) {

        void take(Plan plan, DuckDBReadableVector[] columns, long row, WordNumbers codes) {
            int type = columns[TYPE].getInt(row);
            Kind kind = plan.kinds.get(type);
            if (kind == null) {
                throw new IllegalStateException("a fact was read that this build does not read");
            }
            entry.begin(
                    plan.nameNumbers[columns[SOURCE].getInt(row)],
                    plan.nameNumbers[type],
                    Moments.from1970(columns[RECORDED_AT].getLong(row)),
                    columns[SUBJECT_HIGH].getLong(row),
                    columns[SUBJECT_LOW].getLong(row),
                    (int) columns[SEQUENCE].getLong(row));
            entry.kind(kind);
            List<Field> fields = kind.read();
            for (int i = 0; i < fields.size(); i++) {
                component(plan, columns, row, kind, fields.get(i), codes);
            }
            ledger.enter(entry);
        }

        private void component(
                Plan plan, DuckDBReadableVector[] columns, long row, Kind kind, Field field, WordNumbers codes) {
            int at = field == kind.day() ? TOLD_ON : plan.column(field);
            if (columns[at].isNull(row)) {
                if (field == kind.stream()) {
                    entry.put(field, columns[SUBJECT_HIGH].getLong(row), columns[SUBJECT_LOW].getLong(row));
                }
                return;
            }
            switch (field.form()) {
                case ID -> entry.put(field, columns[at].getLong(row), columns[at + 1].getLong(row));
                case CODE, CODES -> entry.put(field, plan.codeNumbers[columns[at].getInt(row)]);
                case COUNT, FLAG, DAY -> entry.put(field, columns[at].getInt(row));
                case INSTANT -> entry.put(field, Moments.from1970(columns[at].getLong(row)));
                case LINES, FLOORS -> lines(field, columns[at].getString(row), codes);
            }
        }

        private void lines(Field list, String text, WordNumbers codes) {
            entry.putLines(list);
            if (text.isEmpty()) {
                return;
            }
            for (String line : text.split(";", -1)) {
                String[] cells = line.split(":", -1);
                entry.putLine(
                        Integer.parseInt(cells[0]),
                        codes.number(cells[1]),
                        Integer.parseInt(cells[2]),
                        cells.length > 3 ? codes.number(cells[3]) : Ints.NONE);
            }
        }
    }

    private static DuckDBColumnType[] parameterTypes() {
        List<DuckDBColumnType> types = new ArrayList<>(List.of(
                DuckDBColumnType.INTEGER,
                DuckDBColumnType.INTEGER,
                DuckDBColumnType.BIGINT,
                DuckDBColumnType.BIGINT,
                DuckDBColumnType.BIGINT,
                DuckDBColumnType.BIGINT,
                DuckDBColumnType.INTEGER));
        for (Field field : SegmentColumns.components()) {
            switch (field.form()) {
                case ID -> {
                    types.add(DuckDBColumnType.BIGINT);
                    types.add(DuckDBColumnType.BIGINT);
                }
                case INSTANT -> types.add(DuckDBColumnType.BIGINT);
                default -> types.add(DuckDBColumnType.INTEGER);
            }
        }
        types.add(DuckDBColumnType.VARCHAR);
        return types.toArray(DuckDBColumnType[]::new);
    }

    private static String parameters() {
        List<String> columns = new ArrayList<>(List.of(
                number("type", "names"),
                number("source", "names"),
                "epoch_us(recorded_at)",
                "subject_high",
                "subject_low",
                "sequence",
                day("told_on")));
        for (Field field : SegmentColumns.components()) {
            String name = '"' + SegmentColumns.name(field) + '"';
            switch (field.form()) {
                case ID -> {
                    columns.add(SegmentColumns.high(field));
                    columns.add(SegmentColumns.low(field));
                }
                case CODE, CODES -> columns.add(number(name, "codes"));
                case FLAG -> columns.add("cast(" + name + " as integer)");
                case DAY -> columns.add(day(name));
                case INSTANT -> columns.add("epoch_us(" + name + ")");
                case COUNT, LINES, FLOORS -> columns.add(name);
            }
        }
        columns.add("lines");
        return String.join(", ", columns);
    }

    private static String number(String column, String enumeration) {
        return "cast(enum_code(cast(" + column + " as " + enumeration + ")) as integer)";
    }

    private static String day(String column) {
        return "cast(" + column + " - date '1970-01-01' as integer)";
    }

    private static String enumeration(String name, SortedSet<String> words) {
        return "create type " + name + " as enum ("
                + words.stream().map(Duck::quoted).collect(Collectors.joining(", ")) + ")";
    }

    private static int[] numbers(SortedSet<String> words, WordNumbers vocabulary) {
        return words.stream().mapToInt(vocabulary::number).toArray();
    }

    private static List<@Nullable Kind> kinds(SortedSet<String> types) {
        List<@Nullable Kind> kinds = new ArrayList<>();
        types.forEach(type -> kinds.add(Arrays.stream(Kind.values())
                .filter(kind -> kind.type().equals(type))
                .findFirst()
                .orElse(null)));
        return kinds;
    }

    private void foldBodies(DuckDBConnection duck, String from, Ledger ledger) throws SQLException {
        FactReader reader = new FactReader(ledger);
        try (Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select event_id, epoch_us(recorded_at), source, subject, sequence, type, data from " + from)) {
            while (rows.next()) {
                reader.read(RawFact.of(
                        rows.getString(1),
                        Moments.instant(Moments.from1970(rows.getLong(2))),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        rows.getString(6),
                        rows.getString(7)));
            }
        }
    }
}
