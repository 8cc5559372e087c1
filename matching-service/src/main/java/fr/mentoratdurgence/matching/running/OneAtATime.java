package fr.mentoratdurgence.matching.running;

import fr.mentoratdurgence.matching.proposing.RunRejection;
import fr.mentoratdurgence.platform.domain.Rejection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Lets one run work at a time, over all instances: PostgreSQL holds the lock and drops it if the instance dies. */
final class OneAtATime {
    private static final long RUN = 4_130_520_001L; // any number that no other lock of this database has

    private final DataSource database;

    OneAtATime(DataSource database) {
        this.database = database;
    }

    <T> T run(Supplier<T> work) {
        try (Connection connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                throw new Rejection(RunRejection.RUN_IN_PROGRESS);
            }
            try {
                return work.get();
            } finally {
                ask(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("the lock of the runs", failed);
        }
    }

    private static boolean ask(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, RUN);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }
}
