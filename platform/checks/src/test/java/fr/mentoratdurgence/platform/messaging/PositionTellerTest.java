package fr.mentoratdurgence.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.store.Instance;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.test.MovableClock;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of the store of a service, on a real PostgreSQL and a real Kafka; each tick is a minute. */
class PositionTellerTest {
    private static final String EVENT = """
            insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload,
                meta_data)
            values ('event-%1$d', 'bowl-%1$d', 0, 'Bowl', '2020-04-06T%2$sZ', 'tiny.BowlMade', '{}', '{}')""";
    private static final Instant MORNING = Instant.parse("2020-04-06T08:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final LocalParts.Database database = LocalParts.database();
    private final JdbcClient db =
            JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
    private final MovableClock clock = new MovableClock(MORNING);
    private final DefaultKafkaProducerFactory<String, byte[]> producers = new DefaultKafkaProducerFactory<>(
            Map.of("bootstrap.servers", LocalParts.kafka()), new StringSerializer(), new ByteArraySerializer());

    @AfterEach
    void nothing_more_is_told() {
        producers.destroy();
    }

    @Test
    void an_empty_store_is_told_as_complete_and_one_whose_publisher_is_behind_only_until_then() throws Exception {
        // given a store in which nothing was ever recorded, and so a publisher without a token
        PositionTeller teller = teller("silent.v1");

        // when three ticks pass, then an event is recorded, and three more pass before it is published
        ticks(teller, 3);
        db.sql(EVENT.formatted(1, "08:02:30")).update();
        ticks(teller, 3);
        published("{\"index\":1,\"gaps\":[]}");
        ticks(teller, 1);

        // then the empty minutes are complete, and those with the event are so once it is published
        assertThat(told("silent.v1", 3)).containsExactly("08:00 at 0", "08:01 at 0", "08:02 at 1");
    }

    @Test
    void a_minute_is_not_complete_while_somebody_is_still_appending_to_it_or_was_passed_by_the_publisher()
            throws Exception {
        PositionTeller teller = teller("slow.v1");
        try (Connection slow = DriverManager.getConnection(database.url(), database.user(), database.password())) {
            // given an act of 08:00 that takes long, and another one that overtakes it
            slow.setAutoCommit(false);
            try (Statement statement = slow.createStatement()) {
                statement.execute(EVENT.formatted(1, "08:00:00"));
            }
            ticks(teller, 2);
            db.sql(EVENT.formatted(2, "08:01:30")).update();
            published("{\"index\":2,\"gaps\":[1]}");

            // when it ends after some ticks, and is published after some more
            ticks(teller, 3);
            slow.commit();
            ticks(teller, 3);
            published("{\"index\":2,\"gaps\":[]}");
            ticks(teller, 1);
        }

        // then nothing was told before
        assertThat(told("slow.v1", 1)).containsExactly("08:00 at 2");
    }

    @Test
    void of_two_instances_only_the_one_that_publishes_tells() throws Exception {
        PositionTeller publisher = teller("two.v1");
        PositionTeller other = teller("two.v1", "instance-2");

        ticks(other, 4);
        ticks(publisher, 3);

        assertThat(told("two.v1", 1)).containsExactly("08:04 at 0");
    }

    private PositionTeller teller(String topic, String instance) {
        return new PositionTeller(
                new KafkaTemplate<>(producers),
                Telling.of(topic, Class::getName),
                db,
                clock,
                prefix -> prefix + "-1",
                new Instance(instance),
                "silent");
    }

    private PositionTeller teller(String topic) throws Exception {
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        db.sql("insert into token_entry(processor_name, segment, owner) values ('publisher', 0, 'instance-1')")
                .update();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalParts.kafka()))) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
        return teller(topic, "instance-1");
    }

    private void ticks(PositionTeller teller, int number) {
        for (int i = 0; i < number; i++) {
            teller.tick();
            clock.forward(MINUTE);
        }
    }

    private void published(String token) {
        db.sql("update token_entry set token = ? where processor_name = 'publisher'")
                .param(token)
                .update();
    }

    private static List<String> told(String topic, int count) {
        List<String> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", LocalParts.kafka()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(topic, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(300)).forEach(message -> {
                    assertThat(message.headers().lastHeader("content-type").value())
                            .asString()
                            .isEqualTo("application/cloudevents+json");
                    JsonNode data =
                            JsonMapper.shared().readTree(message.value()).path("data");
                    told.add(data.path("recordedUntil").asString().substring(11, 16) + " at "
                            + data.path("position").asLong());
                });
                return told.size() >= count;
            });
        }
        return told;
    }
}
