package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.EventKeys;
import fr.mentoratdurgence.platform.EventTypes;
import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.ServiceSettings;
import fr.mentoratdurgence.platform.store.Instance;
import fr.mentoratdurgence.platform.traces.Traces;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaConsumerFactoryCustomizer;
import org.springframework.boot.kafka.autoconfigure.DefaultKafkaProducerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.backoff.ExponentialBackOff;

/** The publisher for a service that has public events, the inbox for one that listens. */
@AutoConfiguration(afterName = "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration")
@EnableConfigurationProperties({ServiceSettings.class, EventKeys.class, KeepingSettings.class})
class MessagingAutoConfiguration {

    @Bean
    EventSignatures eventSignatures(EventKeys keys) {
        return new EventSignatures(keys.eventKeys());
    }

    @Bean
    DefaultKafkaProducerFactoryCustomizer signEverything(EventSignatures signatures) {
        return producers -> producers.updateConfigs(signatures.producerSettings());
    }

    /**
     * An instance that is always started again at the same place keeps its partitions while it is away for less than the
     * session timeout: who was killed hears again at once, and the group does not share everything out anew. Elsewhere names
     * change with each start, and a member of yesterday would only be waited for.
     */
    @Bean
    DefaultKafkaConsumerFactoryCustomizer samePlaceSameMember(Environment environment) {
        return consumers -> {
            if (environment.getProperty("mentorat.same-place", Boolean.class, false)) {
                consumers.updateConfigs(Map.of(
                        ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                        environment.getRequiredProperty("spring.application.name") + "-"
                                + environment.getRequiredProperty("server.port")));
            }
        };
    }

    /** Only an outage comes this far: it is waited out, for as long as it takes. */
    @Bean
    DefaultErrorHandler waitForTheDatabase() {
        ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
        backOff.setMaxInterval(5_000);
        return new DefaultErrorHandler(backOff);
    }

    @Bean
    Keeping keeping(DataSource database, JdbcClient db, Clock clock, KeepingSettings settings) {
        return new Keeping(database, db, clock, settings);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(PublicEvents.class)
    static class Publishing {

        @Bean
        NewTopic topic(PublicEvents publicEvents, ServiceSettings settings) {
            return TopicBuilder.name(publicEvents.telling().topic())
                    .partitions(settings.topic().partitions())
                    .replicas(settings.topic().replicas())
                    .config("retention.ms", "-1")
                    // told is what all brokers but one have: one may be away, and none may be the only one that knows
                    .config(
                            "min.insync.replicas",
                            Integer.toString(Math.max(1, settings.topic().replicas() - 1)))
                    .build();
        }

        @Bean
        OwnTopic ownTopic(KafkaAdmin admin) {
            return new OwnTopic(admin, Duration.ofSeconds(5));
        }

        @Bean
        StorePublisher storePublisher(
                KafkaTemplate<String, byte[]> kafka, PublicEvents publicEvents, Environment environment) {
            return new StorePublisher(kafka, publicEvents.telling(), name(environment));
        }

        @Bean
        PublisherApi publisherApi(PublicEvents publicEvents, EventTypes types, JdbcClient db) {
            return new PublisherApi(publicEvents.telling(), types, db);
        }

        @Bean
        ToldFactsApi toldFactsApi(JdbcClient db) {
            return new ToldFactsApi(db);
        }

        @Bean
        PositionTeller positionTeller(
                KafkaTemplate<String, byte[]> kafka,
                PublicEvents publicEvents,
                JdbcClient db,
                Clock clock,
                Ids ids,
                Instance instance,
                Environment environment) {
            return new PositionTeller(kafka, publicEvents.telling(), db, clock, ids, instance, name(environment));
        }

        @Bean
        @ConditionalOnBean(CallsWaiting.Counted.class)
        CallsTeller callsTeller(
                KafkaTemplate<String, byte[]> kafka,
                PublicEvents publicEvents,
                CallsWaiting.Counted counted,
                Clock clock,
                Ids ids,
                Environment environment) {
            return new CallsTeller(
                    kafka, counted, clock, ids, publicEvents.telling().topic(), name(environment));
        }

        private static String name(Environment environment) {
            return environment.getRequiredProperty("spring.application.name");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(Inbox.class)
    static class Listening {

        @Bean
        DeadLetters deadLetters(JdbcClient db, Clock clock) {
            return new DeadLetters(db, clock);
        }

        @Bean
        InboxConsumer inboxConsumer(
                Inbox inbox,
                DeadLetters deadLetters,
                EventSignatures signatures,
                PlatformTransactionManager transactions,
                ObjectProvider<Traces> traces,
                JdbcClient db,
                Clock clock) {
            TransactionTemplate repeatableRead = new TransactionTemplate(transactions);
            repeatableRead.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
            return new InboxConsumer(
                    inbox, deadLetters, signatures, repeatableRead, traces.getIfAvailable(Traces::none), db, clock);
        }

        @Bean
        DeadLetterApi deadLetterApi(DeadLetters deadLetters, InboxConsumer consumer) {
            return new DeadLetterApi(deadLetters, consumer);
        }
    }
}
