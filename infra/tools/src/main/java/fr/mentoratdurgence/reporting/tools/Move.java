package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.reporting.history.FactHead;
import fr.mentoratdurgence.reporting.history.FactWriter;
import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves the history of an operation to another machine: manifest and segments out, facts and segments in. The services'
 * own stores, and what they know of persons, stay where they are.
 */
final class Move {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What services tell by themselves when they start for the first time: the first policy. */
    private static final String TOLD_AT_THE_START =
            "type in ('matching.policy-published.v1', 'matching.policy-activated.v1') and actor_role = 'system'";

    private final SealedHistory sealed;
    private final DataSource database;
    private final Told told;

    Move(SealedHistory sealed, DataSource database, Told told) {
        this.sealed = sealed;
        this.database = database;
        this.told = told;
    }

    /** Copies what is sealed, and says what is not there yet. */
    void export(Path target) throws SQLException {
        Map<LocalDate, Long> left = facts();
        Manifest manifest = sealed.copyTo(target);
        manifest.lines().forEach(line -> left.merge(line.day(), -line.facts(), Long::sum));
        left.values().removeIf(facts -> facts <= 0);
        told.tell("export.fait", manifest.lines().size(), target, manifest.hash());
        if (left.isEmpty()) {
            told.tell("export.tout");
        } else {
            String days = left.entrySet().stream()
                    .map(day -> day.getKey() + " (" + day.getValue() + ")")
                    .collect(Collectors.joining(", "));
            told.tell(
                    "export.reste",
                    left.values().stream().mapToLong(Long::longValue).sum(),
                    days);
        }
        told.tell("portee");
    }

    /** How many facts the history has of each day of record. */
    private Map<LocalDate, Long> facts() throws SQLException {
        Map<LocalDate, Long> facts = new TreeMap<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet days = statement.executeQuery(
                        "select (recorded_at at time zone 'UTC')::date, count(*) from history group by 1")) {
            while (days.next()) {
                facts.put(days.getObject(1, LocalDate.class), days.getLong(2));
            }
        }
        return facts;
    }

    /**
     * Into the history of a system that has told nothing but its own start: the segments, then all facts in one
     * transaction. Whoever is cut off begins again and finds what is done already.
     */
    void restore(Path from, String operation) throws SQLException {
        SealedHistory brought = SealedHistory.brought(from, operation);
        Manifest manifest = brought.manifest();
        long total = manifest.lines().stream().mapToLong(Manifest.Line::facts).sum();
        try (Connection writing = database.getConnection();
                Connection preparing = database.getConnection()) {
            if (sealed.importedLines() == manifest.lines().size()
                    && sealed.wholeManifest().continues(manifest)) {
                told.tell("import.deja", total, manifest.hash());
                return;
            }
            if (sealed.importedLines() > 0
                    || number(
                                    preparing,
                                    "select count(*) from (select from history where not (" + TOLD_AT_THE_START
                                            + ") limit 1)")
                            > 0) {
                throw SealedHistory.notEmpty();
            }
            brought.copyTo(sealed);
            writing.setAutoCommit(false);
            write(brought, total, writing, preparing);
            sealed.noteImport(manifest, writing);
            writing.commit();
        }
        told.tell("import.fait", total, manifest.hash());
        told.tell("portee");
    }

    private void write(SealedHistory brought, long total, Connection writing, Connection preparing)
            throws SQLException {
        long[] facts = {0};
        try (FactWriter writer = new FactWriter(writing, preparing, now(preparing))) {
            brought.read(rows -> {
                JsonNode attributes = JSON.readTree(rows.getString(7));
                writer.write(
                        new FactHead(
                                rows.getString(1),
                                rows.getString(2),
                                rows.getString(3),
                                rows.getString(4),
                                rows.getLong(5),
                                rows.getLong(6)),
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
