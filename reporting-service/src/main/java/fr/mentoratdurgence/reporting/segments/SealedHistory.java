package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.history.RawFact;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The sealed part of the history: one Parquet file for each complete day of record (UTC), chained in a manifest. A day
 * is sealed once; facts that come for it afterwards make a second part.
 */
public final class SealedHistory {
    private static final String MEMORY = "512MB";
    private static final String IMPORTED = "imported";

    private final Folder folder;
    private final String operation;
    private final Map<String, String> checked = new ConcurrentHashMap<>();

    /** The sealed history of an operation in a folder. */
    public SealedHistory(Path folder, String operation) {
        this(new Folder(folder), operation);
    }

    SealedHistory(Folder folder, String operation) {
        this.folder = folder;
        this.operation = operation;
    }

    /** Gives facts one after the other. */
    public interface Source {
        /** Gives each fact of the day, in canonical order, to the taker. */
        void read(LocalDate day, History.Taker taker) throws SQLException;
    }

    /** What was sealed so far; wrong where somebody changed it. */
    public Manifest manifest() {
        return Manifest.read(folder);
    }

    /** Where the files are. */
    public Path folder() {
        return folder.path();
    }

    /** The file of a line. */
    public Path file(Line line) {
        return folder.file(line.file());
    }

    /**
     * Seals what a day has and no segment holds yet.
     *
     * @return the new line; empty where there was nothing to seal
     */
    public Optional<Line> seal(LocalDate day, Source source) {
        try {
            folder.prepare();
            return write(day, source);
        } catch (IOException | SQLException e) {
            throw fault(e);
        }
    }

    private Optional<Line> write(LocalDate day, Source source) throws IOException, SQLException {
        Manifest manifest = manifest();
        List<Line> before = manifest.of(day);
        Set<String> sealed = ids(manifest.files(before));
        int part = before.size() + 1;
        String name = day + "." + part + ".parquet";
        Path temporary = folder.temporary(name);
        try (SegmentWriter writer = new SegmentWriter()) {
            source.read(day, fact -> {
                if (sealed.isEmpty() || !sealed.contains(fact.text(RawFact.Part.ID))) {
                    writer.write(fact);
                }
            });
            if (writer.facts() == 0) {
                return Optional.empty();
            }
            writer.finish(
                    temporary,
                    Map.of(
                            "operation", operation,
                            "day", day.toString(),
                            "part", String.valueOf(part),
                            "reading", Columns.reading()));
            folder.sync(temporary);
            Line line = new Line(
                    operation,
                    day,
                    part,
                    name,
                    Folder.sha256(temporary),
                    writer.facts(),
                    writer.first(),
                    writer.last(),
                    Columns.reading(),
                    writer.sources(),
                    writer.types(),
                    writer.codes(),
                    manifest.hash());
            folder.publish(temporary, name);
            manifest.append(line);
            return Optional.of(line);
        }
    }

    private static Set<String> ids(List<Path> files) throws SQLException {
        Set<String> ids = new HashSet<>();
        if (files.isEmpty()) {
            return ids;
        }
        try (DuckDBConnection duck = Duck.open(1, MEMORY);
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select event_id from " + Duck.parquet(files))) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    /** Checks every file against the manifest; the first that differs is told. */
    public void check(Progress progress) {
        List<Line> lines = manifest().lines();
        for (int i = 0; i < lines.size(); i++) {
            check(lines.get(i));
            progress.at(i + 1L, lines.size());
        }
    }

    /** A file whose size and time did not change since it was checked is not hashed again. */
    private void checkUnlessKnown(Line line) {
        try {
            BasicFileAttributes now = Files.readAttributes(file(line), BasicFileAttributes.class);
            String state = line.sha256() + ' ' + now.size() + ' ' + now.lastModifiedTime() + ' ' + now.fileKey();
            if (!state.equals(checked.get(line.file()))) {
                check(line);
                checked.put(line.file(), state);
            }
        } catch (IOException _) {
            check(line);
        }
    }

    private void check(Line line) {
        Path file = file(line);
        if (!line.operation().equals(operation)) {
            throw new SegmentFault(Code.OTHER_OPERATION, file, line.operation(), operation);
        }
        if (!Files.isReadable(file)) {
            throw new SegmentFault(Code.SEGMENT_MISSING, file);
        }
        try {
            if (!Folder.sha256(file).equals(line.sha256())) {
                String other = operationOf(file);
                throw other == null || other.equals(operation)
                        ? new SegmentFault(Code.SEGMENT_CHANGED, file)
                        : new SegmentFault(Code.OTHER_OPERATION, file, other, operation);
            }
        } catch (IOException e) {
            throw fault(e);
        }
    }

    /** The operation that a file says it belongs to; null where it is no readable segment. */
    private static @Nullable String operationOf(Path file) {
        try (DuckDBConnection duck = Duck.open(1, MEMORY);
                Statement statement = duck.createStatement();
                ResultSet rows = statement.executeQuery("select decode(value) from parquet_kv_metadata("
                        + Duck.quoted(file) + ") where decode(key) = 'operation'")) {
            return rows.next() ? rows.getString(1) : null;
        } catch (SQLException _) {
            return null;
        }
    }

    /** Takes the sealed facts one by one. */
    public interface RowTaker {
        /**
         * The next fact: id, source, type, subject, sequence, record time (as {@code Moments} counts it), attributes,
         * data.
         */
        void take(ResultSet row) throws SQLException;
    }

    /** Gives all sealed facts, day by day; each file is checked first. */
    public void read(RowTaker taker) throws SQLException {
        read(manifest().lines(), taker);
    }

    /** Gives those that were brought from another machine: no topic of this one has them. */
    public void readImported(RowTaker taker) throws SQLException {
        Path imported = folder.file(IMPORTED);
        if (Files.exists(imported)) {
            try {
                int lines = Integer.parseInt(Files.readString(imported).strip());
                read(manifest().lines().subList(0, lines), taker);
            } catch (IOException e) {
                throw fault(e);
            }
        }
    }

    /** Notes that all that is sealed so far was brought from another machine. */
    public void noteImport() {
        try {
            Path temporary = folder.temporary(IMPORTED);
            folder.write(temporary, String.valueOf(manifest().lines().size()));
            folder.sync(temporary);
            folder.publish(temporary, IMPORTED);
        } catch (IOException e) {
            throw fault(e);
        }
    }

    private void read(List<Line> lines, RowTaker taker) throws SQLException {
        lines.forEach(this::checkUnlessKnown);
        for (Line line : lines) {
            try (DuckDBConnection duck = Duck.open(1, MEMORY);
                    Statement statement = duck.createStatement();
                    ResultSet rows = statement.executeQuery(
                            "select event_id, source, type, subject, sequence, epoch_us(recorded_at) - "
                                    + Moments.since1970(0) + ", attributes, data from "
                                    + Duck.parquet(List.of(file(line))))) {
                while (rows.next()) {
                    taker.take(rows);
                }
            }
        }
    }

    /** Copies manifest and segments to another folder, the manifest last; each file is checked first. */
    public Manifest copyTo(Path target) {
        Manifest manifest = manifest();
        if (manifest.lines().isEmpty()) {
            throw new SegmentFault(Code.NOTHING_SEALED, folder.path());
        }
        check((_, _) -> {});
        Folder other = new Folder(target);
        try {
            other.prepare();
            if (!Manifest.read(other).lines().isEmpty()) {
                throw notEmpty();
            }
            for (Line line : manifest.lines()) {
                copy(line.file(), other);
            }
            copy(Manifest.FILE, other);
        } catch (IOException e) {
            throw fault(e);
        }
        return manifest;
    }

    private void copy(String name, Folder other) throws IOException {
        Path temporary = other.temporary(name);
        Files.copy(folder.file(name), temporary);
        other.sync(temporary);
        other.publish(temporary, name);
    }

    /** What should take an import holds something already. */
    public static SegmentFault notEmpty() {
        return new SegmentFault(Code.NOT_EMPTY);
    }

    /** The ledger of all sealed facts of a cut; a file is checked before it is read for the first time. */
    public Ledger ledger(Cut cut, int threads) {
        manifest().lines().forEach(this::checkUnlessKnown);
        return SegmentReader.fold(manifest().lines(), this::file, cut, threads);
    }

    private SegmentFault fault(Exception cause) {
        String message = String.valueOf(cause.getMessage());
        SegmentFault fault = message.contains("No space left on device") || message.contains("Disk quota exceeded")
                ? new SegmentFault(Code.DISK_FULL, folder.path())
                : new SegmentFault(Code.FOLDER_UNUSABLE, folder.path(), message);
        fault.initCause(cause);
        return fault;
    }
}
