package fr.mentoratdurgence.reporting.segments;

import fr.mentoratdurgence.reporting.segments.Manifest.Line;
import fr.mentoratdurgence.reporting.segments.SegmentFault.Code;
import fr.mentoratdurgence.sealing.Sha256;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.duckdb.DuckDBConnection;
import org.jspecify.annotations.Nullable;

/** Whether segments are as they were sealed; one that nobody touched since it was found so is not read again. */
final class CheckedSegments {
    private static final String MEMORY = "64MB";

    private final SegmentStore store;
    private final String operation;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    CheckedSegments(SegmentStore store, String operation) {
        this.store = store;
        this.operation = operation;
    }

    /** All segments of a manifest. */
    void allOf(Manifest manifest) {
        manifest.lines().forEach(line -> unlessKnown(manifest, line));
    }

    /** A segment that looks as it did when it was checked is not read. */
    void unlessKnown(Manifest manifest, Line line) {
        String state;
        try {
            state = line.sha256() + ' ' + manifest.standing().state(line.file());
        } catch (IOException _) {
            now(line);
            return;
        }
        if (!state.equals(known.get(line.file()))) {
            now(line);
            known.put(line.file(), state);
        }
    }

    /** Reads a segment. */
    void now(Line line) {
        Object file = store.place(line.file());
        if (!line.operation().equals(operation)) {
            throw new SegmentFault(Code.OTHER_OPERATION, file, line.operation(), operation);
        }
        try {
            Path brought = store.bring(line.file());
            if (!Sha256.hex(brought).equals(line.sha256())) {
                String other = operationOf(brought);
                throw other == null || other.equals(operation)
                        ? new SegmentFault(Code.SEGMENT_CHANGED, file)
                        : new SegmentFault(Code.OTHER_OPERATION, file, other, operation);
            }
        } catch (NoSuchFileException _) {
            throw new SegmentFault(Code.SEGMENT_MISSING, file);
        } catch (IOException e) {
            throw SegmentFault.of(e, store);
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
}
