package fr.mentoratdurgence.platform.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Rebuilds a read model from the stored events: reset and replay in one transaction, so that it is never seen empty.
 * Who would append an event meanwhile waits, since its projection belongs to the same transaction as the event: it would
 * be told twice, or lost.
 */
public final class ReadModels {
    private final EventStorageEngine engine;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    ReadModels(EventStorageEngine engine, JdbcClient db, PlatformTransactionManager transactions) {
        this.engine = engine;
        this.db = db;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Drops what the projection holds and fills it again.
     *
     * @param projection has a {@code @ResetHandler} and event handlers
     * @return how many events were replayed
     */
    public long rebuild(Object projection) {
        AnnotationEventHandlerAdapter handlers = new AnnotationEventHandlerAdapter(projection);
        AtomicLong replayed = new AtomicLong();
        transaction.executeWithoutResult(_ -> {
            var _ = db.sql("lock table domain_event in share row exclusive mode")
                    .update();
            handlers.prepareReset(null);
            try (Stream<? extends TrackedEventMessage<?>> past = engine.readEvents(null, false)) {
                past.forEach(event -> {
                    DefaultUnitOfWork<?> work = DefaultUnitOfWork.startAndGet(event);
                    work.execute(() -> {
                        try {
                            var _ = handlers.handle(event);
                        } catch (Exception failed) {
                            throw new IllegalStateException("replay failed at " + event.getIdentifier(), failed);
                        }
                    });
                    replayed.incrementAndGet();
                });
            }
        });
        return replayed.get();
    }
}
