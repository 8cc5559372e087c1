package fr.mentoratdurgence.platform.store;

import java.sql.SQLException;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.InitializingBean;

/** Refuses to start on settings that lose events in silence. */
final class DangerousDefaults implements InitializingBean {
    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final PersistenceExceptionResolver conflicts;

    DangerousDefaults(
            EventStorageEngine engine, TransactionManager transactions, PersistenceExceptionResolver conflicts) {
        this.engine = engine;
        this.transactions = transactions;
        this.conflicts = conflicts;
    }

    @Override
    public void afterPropertiesSet() {
        require(engine instanceof JsonEventStorageEngine, "the event store is not the PostgreSQL one");
        require(transactions instanceof SpringTransactionManager, "events would be stored outside transactions");
        require(
                conflicts.isDuplicateKeyViolation(new RuntimeException(new SQLException("duplicate", "23505"))),
                "a lost race would not be recognised");
        require(
                Boolean.getBoolean("axoniq.update-checker.disabled"),
                "-Daxoniq.update-checker.disabled=true is missing");
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("refusing to start: " + otherwise);
        }
    }
}
