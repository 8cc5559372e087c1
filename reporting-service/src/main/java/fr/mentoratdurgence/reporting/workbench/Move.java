package fr.mentoratdurgence.reporting.workbench;

import fr.mentoratdurgence.reporting.history.FactWriter;
import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Moves a whole operation to another machine: manifest and segments out, facts and segments in. */
final class Move {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final SealedHistory sealed;
    private final Told told;

    Move(SealedHistory sealed, Told told) {
        this.sealed = sealed;
        this.told = told;
    }

    void export(Path target) {
        Manifest manifest = sealed.copyTo(target);
        told.tell("export.fait", manifest.lines().size(), target, manifest.hash());
    }

    /**
     * Into an empty history only: the segments, then all facts in one transaction. Whoever is cut off begins again and
     * finds what is done already.
     */
    void restore(Path from, String operation, DataSource database) throws SQLException {
        SealedHistory brought = new SealedHistory(from, operation);
        Manifest manifest = brought.manifest();
        if (manifest.lines().isEmpty()) {
            throw SealedHistory.nothingSealed(from);
        }
        long total = manifest.lines().stream().mapToLong(Manifest.Line::facts).sum();
        try (Connection writing = database.getConnection();
                Connection preparing = database.getConnection()) {
            if (number(preparing, "select count(*) from (select from history limit 1)") > 0) {
                if (number(preparing, "select count(*) from history") != total
                        || !sealed.wholeManifest().hash().equals(manifest.hash())) {
                    throw SealedHistory.notEmpty();
                }
                told.tell("import.deja", total, manifest.hash());
                return;
            }
            brought.copyTo(sealed.folder());
            sealed.noteImport();
            writing.setAutoCommit(false);
            write(brought, total, writing, preparing);
            sealed.noteForTheWitness(writing);
            writing.commit();
        }
        told.tell("import.fait", total, manifest.hash());
    }

    private void write(SealedHistory brought, long total, Connection writing, Connection preparing)
            throws SQLException {
        long[] facts = {0};
        try (FactWriter writer = new FactWriter(writing, preparing, now(preparing))) {
            brought.read(rows -> {
                JsonNode attributes = JSON.readTree(rows.getString(7));
                writer.write(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getLong(5),
                        rows.getLong(6),
                        attributes.path("actor").asString("system"),
                        attributes.path("actorrole").asString("system"),
                        attributes.path("correlationid").asString(""),
                        rows.getString(7),
                        rows.getString(8));
                if (++facts[0] % 100_000 == 0) {
                    told.tell("import.progres", facts[0], total);
                }
            });
            writer.finish();
        }
    }

    private static long number(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Instant now(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select now()")) {
            row.next();
            return row.getTimestamp(1).toInstant();
        }
    }
}
