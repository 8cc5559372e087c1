package fr.mentoratdurgence.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets one work at a time, over all instances of a service: PostgreSQL holds the lock, for a connection that does nothing
 * else, and drops it if the instance dies. Whoever asks under another name is not in the way.
 */
public final class SharedLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SharedLock.class);
    private static final int LOCKS = 0x7265; // first half of all our keys; Flyway uses others

    private final Connection connection;
    private final String name;

    private SharedLock(Connection connection, String name) {
        this.connection = connection;
        this.name = name;
    }

    /** Takes it, unless somebody has it. */
    public static Optional<SharedLock> tryTake(DataSource database, String name) {
        SharedLock lock = new SharedLock(connection(database), name);
        boolean taken = false;
        try {
            taken = lock.ask("select pg_try_advisory_lock(?, hashtext(?))");
        } catch (SQLException failed) {
            throw new DataAccessResourceFailureException("the lock " + name, failed);
        } finally {
            if (!taken) {
                lock.leave();
            }
        }
        return taken ? Optional.of(lock) : Optional.empty();
    }

    /** Waits for it in a transaction, which then has it until it ends. */
    public static void untilCommit(JdbcClient db, String name) {
        var _ = db.sql("select cast(pg_advisory_xact_lock(?, hashtext(?)) as text)")
                .params(LOCKS, name)
                .query((_, _) -> true)
                .list();
    }

    /** Whether a living session, of this instance or another, has it. */
    public static boolean isHeld(JdbcClient db, String name) {
        return db.sql("""
                select exists (select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2
                    and classid::bigint = ? and objid::bigint = hashtext(?)::bigint & 4294967295
                    and database = (select oid from pg_database where datname = current_database()))""").params(LOCKS, name).query(Boolean.class).single();
    }

    private static Connection connection(DataSource database) {
        try {
            return database.getConnection();
        } catch (SQLException away) {
            throw new CannotGetJdbcConnectionException("no connection for a lock", away);
        }
    }

    private boolean ask(String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, LOCKS);
            statement.setString(2, name);
            try (ResultSet answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    /** The connection that holds it; for statements that belong to no transaction. */
    public Connection connection() {
        return connection;
    }

    /** Lets it go. */
    @Override
    public void close() {
        try {
            var _ = ask("select pg_advisory_unlock(?, hashtext(?))");
        } catch (SQLException gone) {
            LOG.info("the connection of the lock {} is gone, and the lock with it", name, gone);
        } finally {
            leave();
        }
    }

    private void leave() {
        try {
            connection.close();
        } catch (SQLException gone) {
            LOG.debug("a connection was gone already", gone);
        }
    }
}
