package fr.mentoratdurgence.platform.readmodel;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Who reads as of one moment (REPEATABLE READ: every command, every inbox) has its moment after a switch of a read model
 * or before it, never in between: the new tables would look empty to it, and what it writes into them would be lost
 * without a word. The lock is the one that appending an event takes anyway; it stands in nobody's way but the switch's,
 * and PostgreSQL fixes the moment only after it.
 */
final class MomentTransactionManager extends JdbcTransactionManager {

    MomentTransactionManager(DataSource database) {
        super(database);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        if (definition.getIsolationLevel() >= TransactionDefinition.ISOLATION_REPEATABLE_READ) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("lock table domain_event in row exclusive mode");
            }
        }
    }
}
