package fr.mentoratdurgence.platform.test;

import fr.mentoratdurgence.local.parts.KafkaPart;
import fr.mentoratdurgence.local.parts.PostgresPart;
import fr.mentoratdurgence.local.parts.ServiceDatabase;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.messaging.EventSignatures;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.MapPropertySource;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin.NewTopics;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL and a real Kafka, one of each per JVM: as containers where {@code MENTORAT_PARTS=containers} asks
 * for it and a Docker engine answers, embedded otherwise. Each Spring context gets its own database.
 */
public final class LocalParts {
    private static final AtomicInteger DATABASES = new AtomicInteger();
    /** A busy machine needs more than the minute that Testcontainers waits. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final String OWNER_PASSWORD = "owner";

    /** What the services of a test sign with, and believe. */
    public static final String EVENT_KEYS = "k1:ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    /** Where to connect: as the application does, and as the role that migrates. */
    public record Database(String url, String user, String password, String owner, String ownerPassword) {}

    private LocalParts() {}

    private static Database database(String url, String name) {
        return new Database(url, name, name, ServiceDatabase.owner(name), OWNER_PASSWORD);
    }

    private interface Server {
        Database fresh(String name);
    }

    private static final class Postgres {
        static final Server SERVER = containers() ? container() : embedded();

        static Server embedded() {
            PostgresPart part = PostgresPart.startTemporary();
            return name -> {
                PostgresPart.Database database = part.createDatabase(name, name, OWNER_PASSWORD);
                return database(database.url(), name);
            };
        }

        static Server container() {
            PostgreSQLContainer container = new PostgreSQLContainer("postgres:18.6")
                    .withCommand("postgres", "-c", "max_connections=300")
                    .withStartupTimeout(PATIENCE);
            container.start();
            return name -> {
                String url = container.getJdbcUrl().replaceFirst("/[^/?]+(\\?|$)", "/" + name + "$1");
                try {
                    ServiceDatabase.create(
                            database -> DriverManager.getConnection(
                                    url.replaceFirst("/" + name, "/" + database),
                                    container.getUsername(),
                                    container.getPassword()),
                            name,
                            name,
                            OWNER_PASSWORD);
                } catch (SQLException failed) {
                    throw new IllegalStateException(failed);
                }
                return database(url, name);
            };
        }
    }

    private static final class Kafka {
        static final String BOOTSTRAP = containers() ? container() : embedded();

        static String embedded() {
            KafkaPart part = KafkaPart.startTemporary();
            return part.bootstrap();
        }

        static String container() {
            KafkaContainer container = new KafkaContainer("apache/kafka:4.2.2").withStartupTimeout(PATIENCE);
            container.start();
            return container.getBootstrapServers();
        }
    }

    private static boolean containers() {
        return "containers".equals(System.getenv("MENTORAT_PARTS"))
                && DockerClientFactory.instance().isDockerAvailable();
    }

    /** A fresh, empty database. */
    public static Database database() {
        return Postgres.SERVER.fresh("test" + DATABASES.incrementAndGet());
    }

    /** The broker's address. */
    public static String kafka() {
        return Kafka.BOOTSTRAP;
    }

    /** A publisher of the operation, as the other services are for one: what it sends is signed. */
    public static KafkaProducer<String, byte[]> publisher() {
        return producer(new EventSignatures(EVENT_KEYS).producerSettings());
    }

    /** Somebody who reaches the broker and is nobody of the operation. */
    public static KafkaProducer<String, byte[]> stranger() {
        return producer(Map.of());
    }

    private static KafkaProducer<String, byte[]> producer(Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put("bootstrap.servers", kafka());
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** The settings of a service that runs on these parts. */
    public static Map<String, Object> settings(Database database) {
        return Map.ofEntries(
                Map.entry("spring.datasource.url", database.url()),
                Map.entry("spring.datasource.username", database.user()),
                Map.entry("spring.datasource.password", database.password()),
                Map.entry("spring.flyway.user", database.owner()),
                Map.entry("spring.flyway.password", database.ownerPassword()),
                Map.entry("spring.kafka.bootstrap-servers", kafka()),
                Map.entry("mentorat.consumer-group", "group-" + DATABASES.incrementAndGet()),
                Map.entry("mentorat.personal-data-keys", "k1:MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY="),
                Map.entry("mentorat.event-keys", EVENT_KEYS),
                Map.entry("logging.structured.format.console", ""),
                Map.entry("server.port", "0"),
                Map.entry("management.server.port", "0"),
                // a test that looks at figures has them read
                Map.entry("mentorat.watch.gauges-after", "1h"),
                // dozens of contexts live at the same time
                Map.entry("mentorat.watch.ask-every", "1h"),
                Map.entry("mentorat.watch.silent-after", "2h"),
                Map.entry("mentorat.jobs.answer-within", "20s"), // a test that wants no answer at once says so
                Map.entry("mentorat.links.keys", Tokens.LINK_KEYS));
    }

    /**
     * Lets a test class hear only what it tells itself: the broker is shared by all test classes of the JVM, and a new
     * database hears the topics from their beginning.
     */
    public static final class EmptyTopics implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka()))) {
                Map<TopicPartition, OffsetSpec> ends = new HashMap<>();
                admin.describeTopics(admin.listTopics().names().get())
                        .allTopicNames()
                        .get()
                        .forEach((topic, description) -> description
                                .partitions()
                                .forEach(partition -> ends.put(
                                        new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
                Map<TopicPartition, RecordsToDelete> told = new HashMap<>();
                admin.listOffsets(ends)
                        .all()
                        .get()
                        .forEach((partition, end) -> told.put(partition, RecordsToDelete.beforeOffset(end.offset())));
                admin.deleteRecords(told).all().get();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            } catch (ExecutionException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    /** For {@code @ContextConfiguration(initializers = LocalParts.Initializer.class)}; see {@link ServiceTest}. */
    public static final class Initializer implements ApplicationContextInitializer<GenericApplicationContext> {
        @Override
        public void initialize(GenericApplicationContext context) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("local parts", settings(database())));
            context.registerBean("testTokens", JwtDecoder.class, () -> Tokens.decoderWith(rules(context)));
            context.registerBean("topicsHeard", NewTopics.class, () -> topicsHeard(context));
        }

        private static List<OAuth2TokenValidator<Jwt>> rules(GenericApplicationContext context) {
            ObjectProvider<OAuth2TokenValidator<Jwt>> rules =
                    context.getBeanProvider(ResolvableType.forClassWithGenerics(OAuth2TokenValidator.class, Jwt.class));
            return rules.stream().toList();
        }

        /** Topics are made by their owners only; in a test the owners of what a service hears are not there. */
        private static NewTopics topicsHeard(GenericApplicationContext context) {
            Set<String> own = context.getBeanProvider(PublicEvents.class).stream()
                    .map(events -> events.telling().topic())
                    .collect(Collectors.toSet());
            return new NewTopics(context.getBeanProvider(Inbox.class).stream()
                    .flatMap(inbox -> inbox.hearing().topics().stream())
                    .filter(topic -> !own.contains(topic))
                    .map(topic ->
                            TopicBuilder.name(topic).partitions(3).replicas(1).build())
                    .toArray(NewTopic[]::new));
        }
    }
}
