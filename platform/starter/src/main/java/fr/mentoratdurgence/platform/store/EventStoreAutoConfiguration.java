package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.UseCases;
import fr.mentoratdurgence.platform.traces.Traces;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** The event store of a service, and the dangerous defaults of Axon changed in one place. */
@EnableConfigurationProperties(ConnectionsSettings.class)
@AutoConfiguration(
        after = AxonOnBoot4AutoConfiguration.class,
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.TransactionAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
        })
class EventStoreAutoConfiguration {
    private static final int FOLLOWED_EVENTS = 100;

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return prefix -> prefix + "-" + UUID.randomUUID();
    }

    @Bean
    EventSchema eventSchema() {
        return EventSchema.builder()
                .eventTable("domain_event")
                .snapshotTable("snapshot_event")
                .globalIndexColumn("global_index")
                .timestampColumn("time_stamp")
                .eventIdentifierColumn("event_id")
                .aggregateIdentifierColumn("aggregate_id")
                .sequenceNumberColumn("sequence_number")
                .typeColumn("type")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .payloadColumn("payload")
                .metaDataColumn("meta_data")
                .build();
    }

    @Bean
    TokenSchema tokenSchema() {
        return TokenSchema.builder()
                .setTokenTable("token_entry")
                .setProcessorNameColumn("processor_name")
                .setSegmentColumn("segment")
                .setTokenColumn("token")
                .setTokenTypeColumn("token_type")
                .setTimestampColumn("time_stamp")
                .setOwnerColumn("owner")
                .build();
    }

    @Bean
    Instance instance(Ids ids) {
        return new Instance(ids.next("instance"));
    }

    @Bean
    TokenStore tokenStore(
            ConnectionProvider connections, Serializer serializer, TokenSchema schema, Instance instance) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .schema(schema)
                .serializer(serializer)
                .contentType(String.class)
                .nodeId(instance.id())
                .build();
    }

    @Bean
    @Qualifier("eventSerializer")
    Serializer eventSerializer(ObjectProvider<EventTypes> types) {
        return new EventNameSerializer(types.orderedStream().toList());
    }

    @Bean
    ConnectionsPlan connectionsPlan(DataSource database, JdbcClient db, ConnectionsSettings settings) {
        return new ConnectionsPlan(database, db, settings.sharers());
    }

    /** Without this, Axon 4.13.0 with Jackson 3 cannot read back a token that it wrote itself after a reset. */
    @Bean
    static Jackson3SerializerCustomizer axonTypesOnly() {
        return builder -> builder.polymorphicTypeValidator(BasicPolymorphicTypeValidator.builder()
                .allowIfSubType("org.axonframework.")
                .build());
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return Conflicts::causedByDuplicate;
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            Serializer defaultSerializer,
            @Qualifier("eventSerializer") Serializer eventSerializer,
            PersistenceExceptionResolver conflicts,
            Configuration axon,
            ConnectionProvider connections,
            TransactionManager transactions,
            EventSchema schema,
            JdbcClient db) {
        var builder = JsonEventStorageEngine.builder()
                .snapshotSerializer(defaultSerializer)
                .eventSerializer(eventSerializer)
                .upcasterChain(axon.upcasterChain())
                .persistenceExceptionResolver(conflicts)
                .snapshotFilter(axon.snapshotFilter())
                .connectionProvider(connections)
                .transactionManager(transactions)
                .schema(schema)
                .appendEvents((connection, s, _, events, serializer, _) ->
                        JsonEventStorageEngine.append(connection, s, events, serializer))
                .createTokenAt((connection, s, at) -> {
                    var select = connection.prepareStatement(
                            "select min(global_index) - 1 from " + s.domainEventTable() + " where time_stamp >= ?");
                    select.setObject(1, at.atOffset(ZoneOffset.UTC));
                    return select;
                });
        builder.batchSize(500);
        return new JsonEventStorageEngine(builder, new Horizon(db));
    }

    /**
     * Keeps few events in memory for those who follow it: each brings the list of all numbers that lost races left out,
     * and after an hour of races the usual ten thousand of them fill the heap.
     */
    @Bean(destroyMethod = "shutDown")
    EmbeddedEventStore eventStore(EventStorageEngine engine, Configuration axon) {
        return EmbeddedEventStore.builder()
                .storageEngine(engine)
                .messageMonitor(axon.messageMonitor(EventStore.class, "eventStore"))
                .cachedEvents(FOLLOWED_EVENTS)
                .build();
    }

    /** Commands read all their streams at one moment: REPEATABLE READ. Readers and processors keep the default. */
    @Bean
    CommandBus commandBus(PlatformTransactionManager transactions) {
        DefaultTransactionDefinition definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        SimpleCommandBus bus = SimpleCommandBus.builder()
                .transactionManager(new SpringTransactionManager(transactions, definition))
                .build();
        bus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(
                new SimpleCorrelationDataProvider("actor", "role", "correlationId", "causationId", "commandId")));
        return bus;
    }

    @Bean
    AxonStore axonStore(EventStore store, EventStorageEngine engine) {
        return new AxonStore(store, engine);
    }

    @Bean
    Decisions decisions(AxonStore store, JdbcClient db, Clock clock, Ids ids, CommandBus bus, List<UseCases<?>> cases) {
        Decisions decisions = new Decisions(store, store, db, clock, ids);
        cases.forEach(c -> decisions.route(bus, c));
        return decisions;
    }

    @Bean
    Commands commands(CommandBus bus, ObjectProvider<Traces> traces, @SuppressWarnings("unused") Decisions routed) {
        return new Commands(new AxonCommands(bus, traces.getIfAvailable(Traces::none)));
    }

    @Bean
    DangerousDefaults dangerousDefaults(
            EventStorageEngine engine,
            TransactionManager transactions,
            PersistenceExceptionResolver conflicts,
            EventProcessingConfiguration processing,
            Serializer defaultSerializer,
            JdbcClient db) {
        return new DangerousDefaults(engine, transactions, conflicts, processing, defaultSerializer, db);
    }

    /** For a service that has something to tell. */
    @org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(PublicEvents.class)
    static class ForAFollower {

        @Bean
        Following following(Follower follower) {
            return new Following(follower);
        }

        /** From the tail: Axon's default would skip, as replayed, whatever was stored before the first start. */
        @Autowired
        void configure(EventProcessingConfigurer processing) {
            processing.registerPooledStreamingEventProcessor(
                    Follower.NAME,
                    Configuration::eventStore,
                    (_, builder) -> builder.initialSegmentCount(1)
                            .batchSize(200)
                            .initialToken(StreamableMessageSource::createTailToken));
        }
    }

    /**
     * Read models live in the transaction of the append, and a failing handler fails the command: Axon's default logs
     * and skips the event.
     */
    @Autowired
    void configure(EventProcessingConfigurer processing) {
        processing.usingSubscribingEventProcessors();
        processing.registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.INSTANCE);
        processing.registerDefaultErrorHandler(_ -> PropagatingErrorHandler.INSTANCE);
    }
}
