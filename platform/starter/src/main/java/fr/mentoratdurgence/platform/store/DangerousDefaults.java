package fr.mentoratdurgence.platform.store;

import java.sql.SQLException;
import java.util.function.Function;
import org.axonframework.common.ReflectionUtils;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to start on settings that lose events in silence. Looked at once all is built and before anything runs. */
final class DangerousDefaults implements SmartInitializingSingleton {
    private static final TrackingToken TAIL = new GlobalSequenceTrackingToken(0);

    /** A store whose two ends can be told apart, as those of an empty one cannot. */
    private static final StreamableMessageSource<TrackedEventMessage<?>> ENDS = new StreamableMessageSource<>() {
        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken from) {
            throw new UnsupportedOperationException("only its ends are asked for");
        }

        @Override
        public TrackingToken createTailToken() {
            return TAIL;
        }

        @Override
        public TrackingToken createHeadToken() {
            return new GlobalSequenceTrackingToken(1);
        }
    };

    private final EventStorageEngine engine;
    private final TransactionManager transactions;
    private final PersistenceExceptionResolver conflicts;
    private final EventProcessingConfiguration processing;
    private final Serializer serializer;
    private final JdbcClient db;

    DangerousDefaults(
            EventStorageEngine engine,
            TransactionManager transactions,
            PersistenceExceptionResolver conflicts,
            EventProcessingConfiguration processing,
            Serializer serializer,
            JdbcClient db) {
        this.engine = engine;
        this.transactions = transactions;
        this.conflicts = conflicts;
        this.processing = processing;
        this.serializer = serializer;
        this.db = db;
    }

    @Override
    public void afterSingletonsInstantiated() {
        require(engine instanceof JsonEventStorageEngine, "the event store is not the PostgreSQL one");
        require(transactions instanceof SpringTransactionManager, "events would be stored outside transactions");
        require(
                conflicts.isDuplicateKeyViolation(new RuntimeException(new SQLException("duplicate", "23505"))),
                "a lost race would not be recognised");
        require(
                Boolean.getBoolean("axoniq.update-checker.disabled"),
                "-Daxoniq.update-checker.disabled=true is missing");
        require(
                !mayChangeEvents(),
                "the role of the application may change stored events; migrations need a role of their own"
                        + " (DB_OWNER_USER, DB_OWNER_PASSWORD)");
        require(readsBackReplayTokens(), "a processor that was reset could not read its own token back");
        processing.eventProcessors().forEach(this::check);
    }

    private boolean mayChangeEvents() {
        return db.sql("select has_table_privilege('domain_event', 'update, delete, truncate')")
                .query(Boolean.class)
                .single();
    }

    private void check(String name, EventProcessor processor) {
        require(
                processing.listenerInvocationErrorHandler(name) == PropagatingErrorHandler.INSTANCE
                        && processing.errorHandler(name) == PropagatingErrorHandler.INSTANCE,
                "processor " + name + " would log a failure and skip the event");
        require(
                !(processor instanceof PooledStreamingEventProcessor streaming) || beginsAtTheTail(streaming),
                "processor " + name + " would skip, as replayed, what was stored before its first start");
    }

    /** Axon writes a ReplayToken at every reset; with the wrong type validator it never reads it again. */
    private boolean readsBackReplayTokens() {
        TrackingToken token = ReplayToken.createReplayToken(new GlobalSequenceTrackingToken(1));
        try {
            return token.equals(serializer.deserialize(serializer.serialize(token, String.class)));
        } catch (SerializationException unreadable) {
            return false;
        }
    }

    /** The setting has no getter, and its effect shows only when events are lost already. */
    private boolean beginsAtTheTail(PooledStreamingEventProcessor processor) {
        try {
            Function<StreamableMessageSource<TrackedEventMessage<?>>, TrackingToken> initial =
                    ReflectionUtils.getFieldValue(
                            PooledStreamingEventProcessor.class.getDeclaredField("initialToken"), processor);
            return TAIL.equals(initial.apply(ENDS));
        } catch (NoSuchFieldException changed) {
            throw new IllegalStateException("Axon has changed: look again at where a processor begins", changed);
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException("refusing to start: " + otherwise);
        }
    }
}
