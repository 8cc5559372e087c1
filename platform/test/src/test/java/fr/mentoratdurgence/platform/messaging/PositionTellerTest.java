package fr.mentoratdurgence.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is told of the store of a service, on a real PostgreSQL and a real Kafka; each tick is a minute. */
class PositionTellerTest {
    private static final String TOPIC = "silent.v1";
    private static final Instant MORNING = Instant.parse("2020-04-06T08:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void an_empty_store_is_told_as_complete_and_one_whose_publisher_is_behind_only_until_then() throws Exception {
        // given a store in which nothing was ever recorded, and so a publisher without a token
        LocalParts.Database database = LocalParts.database();
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        JdbcClient db =
                JdbcClient.create(new DriverManagerDataSource(database.url(), database.user(), database.password()));
        db.sql("insert into token_entry(processor_name, segment) values ('publisher', 0)")
                .update();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", LocalParts.kafka()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1))).all().get();
        }
        var producers = new DefaultKafkaProducerFactory<>(
                Map.of("bootstrap.servers", LocalParts.kafka()), new StringSerializer(), new ByteArraySerializer());
        Minutes clock = new Minutes();
        PositionTeller teller = new PositionTeller(
                new KafkaTemplate<>(producers), new Silent(), db, clock, prefix -> prefix + "-1", "silent");

        // when three ticks pass, then an event is recorded, and three more pass before it is published
        for (int i = 0; i < 3; i++) {
            teller.tick();
            clock.pass();
        }
        db.sql("""
                insert into domain_event(event_id, aggregate_id, sequence_number, type, time_stamp, payload_type, payload,
                    meta_data)
                values ('event-1', 'bowl-1', 0, 'Bowl', '2020-04-06T08:02:30Z', 'tiny.BowlMade', '{}', '{}')""").update();
        for (int i = 0; i < 3; i++) {
            teller.tick();
            clock.pass();
        }
        db.sql("""
                update token_entry set token = '{"index":1,"gaps":[]}' where processor_name = 'publisher'""").update();
        teller.tick();
        producers.destroy();

        // then the empty minutes are complete, and those with the event are so once it is published
        assertThat(told(3)).containsExactly("08:00 at 0", "08:01 at 0", "08:02 at 1");
    }

    private static List<String> told(int count) {
        List<String> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", LocalParts.kafka()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(300)).forEach(message -> {
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

    private static final class Minutes extends Clock {
        private Instant now = MORNING;

        void pass() {
            now = now.plus(MINUTE);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class Silent implements PublicEvents {
        @Override
        public String topic() {
            return TOPIC;
        }

        @Override
        public Optional<Object> translate(DomainEvent event) {
            return Optional.empty();
        }

        @Override
        public String nameOf(Object contract) {
            throw new IllegalStateException("nothing is told");
        }
    }
}
