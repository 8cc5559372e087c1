package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.reporting.ledger.Moments;
import fr.mentoratdurgence.reporting.segments.Manifest;
import fr.mentoratdurgence.reporting.segments.SealedHistory;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.duckdb.DuckDBAppender;

/** What reporting keeps of what it heard: the history, and the segments of its sealed days. */
final class KeptFacts {
    private static final int FETCHED = 5_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final DataSource database;
    private final SealedHistory sealed;
    private final Told told;

    KeptFacts(DataSource database, SealedHistory sealed, Told told) {
        this.database = database;
        this.sealed = sealed;
        this.told = told;
    }

    /** All sealed facts, those of them that were brought from another machine, and the days. */
    void listSegments(ComparedLists lists, Manifest manifest) throws SQLException {
        long all = manifest.lines().stream().mapToLong(Manifest.Line::facts).sum();
        Phase phase = new Phase(told, "verifier.scelles");
        try (DuckDBAppender rows = lists.append("segment");
                DuckDBAppender imported = lists.append("imported")) {
            sealed.read(fact -> {
                fact(rows, fact);
                phase.next(all);
            });
            sealed.readImported(fact -> fact(imported, fact));
        }
        try (DuckDBAppender days = lists.append("sealed_day")) {
            int imported = sealed.importedLines();
            for (int i = 0; i < manifest.lines().size(); i++) {
                Manifest.Line line = manifest.lines().get(i);
                days.beginRow();
                days.appendEpochDays((int) line.day().toEpochDay());
                days.append(line.file());
                days.append(i >= imported);
                days.endRow();
            }
        }
    }

    private static void fact(DuckDBAppender rows, ResultSet fact) throws SQLException {
        ComparedLists.fact(
                rows,
                "",
                fact.getString(1),
                fact.getString(3),
                fact.getString(4),
                fact.getLong(5),
                Moments.instant(fact.getLong(6)),
                fact.getString(8));
    }

    void listHistory(ComparedLists lists) throws SQLException {
        Phase phase = new Phase(told, "verifier.faits");
        try (DuckDBAppender rows = lists.append("history");
                Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            long all = count(connection);
            try (PreparedStatement select = connection.prepareStatement(
                    "select event_id, type, subject, sequence, recorded_at, data from history")) {
                select.setFetchSize(FETCHED);
                try (ResultSet facts = select.executeQuery()) {
                    while (facts.next()) {
                        ComparedLists.fact(
                                rows,
                                "",
                                facts.getString(1),
                                facts.getString(2),
                                facts.getString(3),
                                facts.getLong(4),
                                facts.getTimestamp(5).toInstant(),
                                facts.getString(6));
                        phase.next(all);
                    }
                }
            }
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from history")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Facts that the topics held and the history not yet when it was listed: they have some time to arrive. */
    void listArrived(ComparedLists lists, Duration patience) throws SQLException {
        List<String> missing = missing(lists);
        if (!missing.isEmpty()) {
            told.tell("verifier.attente", missing.size());
        }
        long end = System.nanoTime() + patience.toNanos();
        try (Connection connection = database.getConnection()) {
            while (!missing.isEmpty()) {
                Set<String> there = there(connection, missing);
                try (DuckDBAppender rows = lists.append("arrived")) {
                    for (String id : there) {
                        rows.beginRow();
                        rows.append(id);
                        rows.endRow();
                    }
                }
                if (there.isEmpty()) {
                    if (System.nanoTime() > end) {
                        return;
                    }
                    Thread.sleep(BETWEEN_LOOKS);
                }
                missing = missing(lists);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> missing(ComparedLists lists) throws SQLException {
        return lists.all("select t.id from topic t anti join history h on t.id = h.id"
                + " anti join arrived a on t.id = a.id order by t.recorded_at, t.id limit " + FETCHED);
    }

    private static Set<String> there(Connection connection, List<String> asked) throws SQLException {
        Set<String> there = new HashSet<>();
        try (PreparedStatement select =
                connection.prepareStatement("select event_id from history where event_id = any(?)")) {
            select.setArray(1, connection.createArrayOf("text", asked.toArray()));
            try (ResultSet ids = select.executeQuery()) {
                while (ids.next()) {
                    there.add(ids.getString(1));
                }
            }
        }
        return there;
    }

    /** What the services say they have told, where they said it of all partitions. */
    void listPositions(ComparedLists lists) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet positions = statement.executeQuery("""
                        select topic, min(recorded_until), max(position) from publisher_position
                        group by topic having count(*) >= max(partitions)""");
                DuckDBAppender rows = lists.append("position")) {
            while (positions.next()) {
                rows.beginRow();
                rows.append(positions.getString(1));
                rows.appendEpochMicros(
                        ComparedLists.micros(positions.getTimestamp(2).toInstant()));
                rows.append(positions.getLong(3));
                rows.endRow();
            }
        }
    }
}
