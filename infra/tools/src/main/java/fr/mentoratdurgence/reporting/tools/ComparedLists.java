package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.sealing.Sha256;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;
import tools.jackson.databind.json.JsonMapper;

/** What each place holds, as lists of (fact, digest of its content) in a database of their own, to be compared. */
final class ComparedLists implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DuckDBConnection lists;
    private final Statement statement;

    ComparedLists() throws SQLException {
        lists = DriverManager.getConnection("jdbc:duckdb:").unwrap(DuckDBConnection.class);
        statement = lists.createStatement();
        for (String list : List.of("history", "segment", "imported", "topic")) {
            statement.execute("create table " + list
                    + " (place varchar, id varchar, type varchar, recorded_at timestamp, subject varchar,"
                    + " number bigint, digest varchar)");
        }
        statement.execute("create table stored (place varchar, id varchar, type varchar, recorded_at timestamp,"
                + " subject varchar, number bigint, published boolean)");
        statement.execute("create table known_kind (place varchar, type varchar)");
        statement.execute("create table position (place varchar, recorded_until timestamp, position bigint)");
        statement.execute("create table head (place varchar, head bigint)");
        statement.execute("create table sealed_day (day date, file varchar, local boolean)");
        statement.execute("create table arrived (id varchar)");
        statement.execute("create table unheard (id varchar, told_at bigint)");
    }

    /** Writes into one of the lists. */
    DuckDBAppender append(String list) throws SQLException {
        return lists.createAppender(list);
    }

    /** Makes a list of others. */
    void make(String definition) throws SQLException {
        statement.execute(definition);
    }

    long count(String list) throws SQLException {
        try (ResultSet row = statement.executeQuery("select count(*) from " + list)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The first column of all rows. */
    List<String> all(String query) throws SQLException {
        List<String> all = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        return all;
    }

    /** All columns of the first row; nothing where there is none. */
    Optional<Object[]> first(String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            if (!row.next()) {
                return Optional.empty();
            }
            Object[] columns = new Object[row.getMetaData().getColumnCount()];
            for (int i = 0; i < columns.length; i++) {
                columns[i] = row.getString(i + 1);
            }
            return Optional.of(columns);
        }
    }

    /** One fact into a list of facts. */
    static void fact(
            DuckDBAppender rows,
            String place,
            String id,
            String type,
            String subject,
            long sequence,
            Instant recordedAt,
            String data)
            throws SQLException {
        String recorded = recordedAt.truncatedTo(ChronoUnit.MICROS).toString();
        rows.beginRow();
        rows.append(place);
        rows.append(id);
        rows.append(type);
        rows.appendEpochMicros(micros(recordedAt));
        rows.append(subject);
        rows.append(sequence);
        rows.append(Sha256.hex(type + '\n' + subject + '#' + sequence + '\n' + recorded + '\n' + canonical(data)));
        rows.endRow();
    }

    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    /** The body without spaces between its parts: they may differ where it was only carried. */
    private static String canonical(String data) {
        return JSON.readTree(data).toString();
    }

    @Override
    public void close() throws SQLException {
        try (lists) {
            statement.close();
        }
    }
}
