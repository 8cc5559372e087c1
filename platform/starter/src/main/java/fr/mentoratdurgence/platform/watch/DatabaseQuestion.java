package fr.mentoratdurgence.platform.watch;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Whether the database lets somebody in and answers: by a connection of its own each time, since those of the pool go on
 * for a while where the server lets nobody in any more, and may all be busy where it is well.
 */
final class DatabaseQuestion implements PartWatch.Question {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final JdbcConnectionDetails database;

    DatabaseQuestion(JdbcConnectionDetails database) {
        this.database = database;
    }

    @Override
    public void ask() throws SQLException {
        String patience = Long.toString(PATIENCE.toSeconds());
        Properties settings = new Properties();
        settings.setProperty("user", String.valueOf(database.getUsername()));
        settings.setProperty("password", String.valueOf(database.getPassword()));
        settings.setProperty("ApplicationName", "watch");
        settings.setProperty("connectTimeout", patience);
        settings.setProperty("socketTimeout", patience);
        settings.setProperty("loginTimeout", patience);
        try (Connection connection = DriverManager.getConnection(database.getJdbcUrl(), settings)) {
            if (!connection.isValid((int) PATIENCE.toSeconds())) {
                throw new SQLException("no answer within " + PATIENCE);
            }
        }
    }
}
