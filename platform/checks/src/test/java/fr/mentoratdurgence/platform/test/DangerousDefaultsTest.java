package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.mentoratdurgence.platform.test.tiny.Bowl;
import fr.mentoratdurgence.platform.test.tiny.TinyApplication;
import java.util.Map;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.LoggingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcSQLErrorCodesResolver;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/** Each default of Axon that loses events in silence, put back: the service refuses to start and says why. */
class DangerousDefaultsTest {
    @Test
    void with_all_changed_it_starts() {
        start(_ -> {});
    }

    @Test
    void an_event_store_in_memory_is_refused() {
        refuses(
                context -> context.registerBean(
                        "eventStorageEngine", EventStorageEngine.class, () -> new InMemoryEventStorageEngine()),
                "the event store is not the PostgreSQL one");
    }

    @Test
    void a_resolver_that_knows_no_duplicate_of_postgresql_is_refused() {
        refuses(
                context -> context.registerBean(
                        "persistenceExceptionResolver",
                        PersistenceExceptionResolver.class,
                        () -> new JdbcSQLErrorCodesResolver()),
                "a lost race would not be recognised");
    }

    @Test
    void a_processor_that_logs_a_failure_and_goes_on_is_refused() {
        refuses(
                context -> module(
                        context,
                        processing -> processing.registerListenerInvocationErrorHandler(
                                "publisher", _ -> new LoggingErrorHandler())),
                "processor publisher would log a failure and skip the event");
    }

    @Test
    void a_serializer_that_cannot_read_back_a_replay_token_is_refused() {
        refuses(
                context -> context.registerBean(
                        "axonTypesOnly",
                        Jackson3SerializerCustomizer.class,
                        () -> builder -> builder.polymorphicTypeValidator(
                                BasicPolymorphicTypeValidator.builder().build())),
                "a processor that was reset could not read its own token back");
    }

    @Test
    void a_processor_that_takes_what_is_stored_for_replayed_is_refused() {
        refuses(
                context -> {
                    context.registerBean(LateComer.class);
                    module(
                            context,
                            processing -> processing.registerPooledStreamingEventProcessor(
                                    "late", Configuration::eventStore, (_, builder) -> builder));
                },
                "processor late would skip, as replayed, what was stored before its first start");
    }

    @Test
    void a_role_that_may_change_stored_events_is_refused() {
        LocalParts.Database database = LocalParts.database();
        assertThatThrownBy(() -> start(context -> context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource(
                                "one role for all",
                                Map.of(
                                        "spring.datasource.url", database.url(),
                                        "spring.datasource.username", database.owner(),
                                        "spring.datasource.password", database.ownerPassword(),
                                        "spring.flyway.user", database.owner(),
                                        "spring.flyway.password", database.ownerPassword())))))
                .hasStackTraceContaining("refusing to start: the role of the application may change stored events");
    }

    @Test
    void a_secret_that_everybody_can_read_is_refused_where_the_service_is_reached_from_elsewhere() {
        var service = new SpringApplication(TinyApplication.class);

        assertThatThrownBy(() -> service.run("--PUBLIC_ORIGIN=https://mentorat.example", "--DB_PASSWORD=of-its-own"))
                .hasMessageContaining("refusing to start: DB_OWNER_PASSWORD")
                .hasMessageNotContaining("start: DB_PASSWORD");
    }

    @ProcessingGroup("late")
    static class LateComer {
        @EventHandler
        void on(Bowl.Fact fact) {
            throw new IllegalStateException("nothing runs before the settings were looked at: " + fact);
        }
    }

    private interface Processing {
        void change(org.axonframework.config.EventProcessingConfigurer processing);
    }

    private static void module(GenericApplicationContext context, Processing change) {
        context.registerBean(ConfigurerModule.class, () -> configurer -> change.change(configurer.eventProcessing()));
    }

    private static void refuses(ApplicationContextInitializer<GenericApplicationContext> dangerous, String because) {
        assertThatThrownBy(() -> start(dangerous)).hasStackTraceContaining("refusing to start: " + because);
    }

    private static void start(ApplicationContextInitializer<GenericApplicationContext> changed) {
        SpringApplication application = new SpringApplication(TinyApplication.class);
        application.addInitializers(new LocalParts.Initializer(), changed);
        application.run("--spring.main.allow-bean-definition-overriding=true").close();
    }
}
