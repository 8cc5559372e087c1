package fr.mentoratdurgence.reporting.segments;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDriver;

/** DuckDB in this process, with nothing stored but the segments. */
public final class Duck {
    private Duck() {}

    /** @param memory as DuckDB writes it, such as {@code 64MB} */
    public static DuckDBConnection open(int threads, String memory) throws SQLException {
        // row by row, as they are read: else DuckDB keeps the whole answer in its memory first
        Properties settings = new Properties();
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        DuckDBConnection connection =
                DriverManager.getConnection("jdbc:duckdb:", settings).unwrap(DuckDBConnection.class);
        run(connection, "set threads = " + threads);
        run(connection, "set memory_limit = '" + memory + "'");
        // else beside the process, where nothing may be written
        run(
                connection,
                "set temp_directory = " + quoted(Path.of(System.getProperty("java.io.tmpdir"), "mentorat-duckdb")));
        // instants are UTC in segments, wherever this runs
        run(connection, "set TimeZone = 'UTC'");
        run(connection, "set autoinstall_known_extensions = false");
        run(connection, "set autoload_known_extensions = false");
        return connection;
    }

    /** Runs one statement that gives nothing back. */
    public static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A file as SQL names it. */
    public static String quoted(Path file) {
        return quoted(file.toAbsolutePath().toString());
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    static String parquet(List<Path> files) {
        return "read_parquet([" + list(files) + "])";
    }

    /** Files of which some may lack a column. */
    static String parquetByName(List<Path> files) {
        return "read_parquet([" + list(files) + "], union_by_name = true)";
    }

    static String list(List<Path> files) {
        return files.stream().map(Duck::quoted).collect(Collectors.joining(", "));
    }
}
