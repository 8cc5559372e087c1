package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.history.History;
import fr.mentoratdurgence.reporting.history.RawFact;
import fr.mentoratdurgence.reporting.ledger.Cut;
import fr.mentoratdurgence.reporting.ledger.Ledger;
import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/**
 * The sealed part of the history: one Parquet file for each complete day of record (UTC), chained in a manifest. A day
 * is sealed once; facts that come for it afterwards make a second part.
 */
public final class SealedHistory {
    private static final String MEMORY = "512MB";
    private static final String SEGMENT = ".parquet";

    private final SegmentStore store;
    private final String operation;
    private final @Nullable Witness witness;
    private final CheckedSegments checks;

    /** The sealed history of an operation in a folder that nobody else knows anything of. */
    public SealedHistory(Path folder, String operation) {
        this(new Folder(folder), operation, null);
    }

    /** The same where a witness knows how the manifest ended. */
    public SealedHistory(Path folder, String operation, Witness witness) {
        this(new Folder(folder), operation, witness);
    }

    SealedHistory(SegmentStore store, String operation, @Nullable Witness witness) {
        this.store = store;
        this.operation = operation;
        this.witness = witness;
        this.checks = new CheckedSegments(store, operation);
    }

    /**
     * That of a bucket.
     *
     * @param folder for what is brought from it, and for what is not whole yet
     */
    public static SealedHistory in(BucketSettings bucket, Path folder, String operation, @Nullable Witness witness) {
        return new SealedHistory(SegmentStore.of(folder, bucket), operation, witness);
    }

    /** One that was brought here, of whichever operation. */
    public static SealedHistory brought(Path folder) {
        Manifest manifest = broughtManifest(new Folder(folder));
        return new SealedHistory(folder, manifest.lines().getFirst().operation());
    }

    /** One of this operation that was brought here. */
    public static SealedHistory brought(Path folder, String operation) {
        broughtManifest(new Folder(folder));
        return new SealedHistory(folder, operation);
    }

    /** No witness came with it: that it lost its end can be told from the segments that it does not name any more. */
    private static Manifest broughtManifest(Folder folder) {
        try {
            List<String> segments = folder.names(SEGMENT);
            Manifest manifest = Manifest.read(folder);
            segments.removeAll(manifest.lines().stream().map(Line::file).toList());
            if (!segments.isEmpty()) {
                throw new SegmentFault(
                        Code.SEGMENT_UNNAMED,
                        folder.place(Manifest.FILE),
                        manifest.lines().size(),
                        segments.getFirst());
            }
            if (manifest.lines().isEmpty()) {
                throw new SegmentFault(Code.NOTHING_SEALED, folder.place());
            }
            return manifest;
        } catch (IOException e) {
            throw SegmentFault.of(e, folder);
        }
    }

    /** Gives facts one after the other. */
    public interface Source {
        /** Gives each fact of the day, in canonical order, to the taker. */
        void read(LocalDate day, History.Taker taker) throws SQLException;
    }

    /** What was sealed so far; a fault where somebody changed it. */
    public Manifest manifest() {
        if (witness == null) {
            return Manifest.read(store);
        }
        // first the witness: a line is noted after it was written
        Optional<Witness.Noted> noted = witness.last();
        Manifest manifest = Manifest.read(store);
        noted.ifPresent(last -> manifest.mustHold(last.line(), last.hash()));
        return manifest;
    }

    /** The same, with all its files there and as they were sealed. */
    public Manifest wholeManifest() {
        Manifest manifest = manifest();
        checks.allOf(manifest);
        return manifest;
    }

    /** What stands for the days before this one; each file is checked. */
    public List<Line> linesBefore(LocalDate day) {
        Manifest manifest = manifest();
        List<Line> lines = manifest.lines().stream()
                .filter(line -> line.day().isBefore(day))
                .toList();
        lines.forEach(line -> checks.unlessKnown(manifest, line));
        return lines;
    }

    /** Where the files are, as a fault names it. */
    public Object place() {
        return store.place();
    }

    /** The file of a line that was checked. */
    public Path file(Line line) {
        try {
            return store.file(line.file());
        } catch (NoSuchFileException _) {
            throw new SegmentFault(Code.SEGMENT_MISSING, store.place(line.file()));
        } catch (IOException e) {
            throw SegmentFault.of(e, store);
        }
    }

    /**
     * Seals what a day has and no segment holds yet.
     *
     * @return the new line; empty where there was nothing to seal, or where somebody else was faster
     */
    public Optional<Line> seal(LocalDate day, Source source) {
        try {
            store.prepare();
            Optional<Line> line = write(day, source);
            if (witness != null && line.isPresent()) {
                witness.note(manifest());
            }
            return line;
        } catch (IOException | SQLException e) {
            throw SegmentFault.of(e, store);
        }
    }

    /** Notes in a transaction of somebody else that what stands here was brought from another machine, and how it ends. */
    public void noteImport(Manifest brought, Connection connection) throws SQLException {
        if (witness != null) {
            witness.noteImport(brought.lines().size(), connection);
            witness.note(manifest(), connection);
        }
    }

    /** Notes what stands here already, where it was sealed before there was a witness or its note was cut off. */
    void noteForTheWitness() {
        if (witness != null) {
            witness.note(manifest());
        }
    }

    private Optional<Line> write(LocalDate day, Source source) throws IOException, SQLException {
        Manifest manifest = manifest();
        List<Line> before = manifest.of(day);
        before.forEach(line -> checks.unlessKnown(manifest, line));
        Set<String> sealed = ids(before.stream().map(this::file).toList());
        int part = before.size() + 1;
        String name = day + "." + part + SEGMENT;
        Path spill = store.temporary("spill");
        Path temporary = store.temporary(name);
        try (SegmentWriter writer = new SegmentWriter(spill, MEMORY)) {
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
                            "reading", SegmentColumns.reading()));
            Line line = new Line(
                    operation,
                    day,
                    part,
                    name,
                    Sha256.hex(temporary),
                    writer.facts(),
                    writer.first(),
                    writer.last(),
                    SegmentColumns.reading(),
                    writer.sources(),
                    writer.types(),
                    writer.codes(),
                    manifest.hash());
            return manifest.append(temporary, line);
        } catch (IOException | SQLException | RuntimeException e) {
            // where the disk is full, what is half written must not keep it full
            store.discard(temporary);
            throw e;
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
    public void check(WorkProgress progress) {
        List<Line> lines = manifest().lines();
        for (int i = 0; i < lines.size(); i++) {
            checks.now(lines.get(i));
            progress.at(i + 1L, lines.size());
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
        Manifest manifest = manifest();
        read(manifest, manifest.lines(), taker);
    }

    /** Gives those that were brought from another machine: no topic of this one has them. */
    public void readImported(RowTaker taker) throws SQLException {
        Manifest manifest = manifest();
        read(manifest, manifest.lines().subList(0, importedLines()), taker);
    }

    /** How many of the first lines of the manifest were brought from another machine. */
    public int importedLines() {
        return witness == null ? 0 : witness.imported();
    }

    private void read(Manifest manifest, List<Line> lines, RowTaker taker) throws SQLException {
        lines.forEach(line -> checks.unlessKnown(manifest, line));
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

    /** Copies manifest and segments to another folder; as {@link #copyTo(SealedHistory)} says. */
    public Manifest copyTo(Path target) {
        return copyTo(new SealedHistory(target, operation));
    }

    /**
     * Copies manifest and segments, day by day; each file is checked first. A copy that is there already, also of fewer
     * days, is completed.
     */
    public Manifest copyTo(SealedHistory copy) {
        Manifest manifest = manifest();
        if (manifest.lines().isEmpty()) {
            throw new SegmentFault(Code.NOTHING_SEALED, store.place());
        }
        check((_, _) -> {});
        try {
            copy.store.prepare();
            Manifest there = Manifest.read(copy.store);
            copy.checks.allOf(there);
            if (!manifest.continues(there)) {
                throw copy.other();
            }
            List<Line> missing = manifest.lines()
                    .subList(there.lines().size(), manifest.lines().size());
            for (Line line : missing) {
                Path temporary = copy.store.temporary(line.file());
                Files.copy(file(line), temporary);
                if (!there.append(temporary, line).equals(Optional.of(line))) {
                    throw copy.other();
                }
            }
        } catch (IOException e) {
            throw SegmentFault.of(e, copy.store);
        }
        return manifest;
    }

    /** Takes over the days that a folder holds and this store does not yet, if they are those that the witness knows. */
    void continueFrom(Path folder) {
        Manifest there = Manifest.read(new Folder(folder));
        if (there.lines().size() > Manifest.read(store).lines().size()) {
            new SealedHistory(new Folder(folder), operation, witness).copyTo(this);
        }
    }

    private SegmentFault other() {
        return new SegmentFault(Code.OTHER_COPY, store.place());
    }

    /** What should take an import holds something already. */
    public static SegmentFault notEmpty() {
        return new SegmentFault(Code.NOT_EMPTY);
    }

    /** The ledger of all sealed facts of a cut; a file is checked before it is read for the first time. */
    public Ledger ledger(Cut cut, int threads) {
        Manifest manifest = wholeManifest();
        return SegmentReader.fold(manifest.lines(), this::file, cut, threads);
    }
}
