package fr.mentoratdurgence.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.test.LocalParts;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that wait, on a real PostgreSQL. */
class InboxConsumerTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private @Nullable String fault = "event-0";
    private Runnable meanwhile = () -> {};

    private JdbcClient db;
    private DeadLetters letters;
    private InboxConsumer consumer;

    @BeforeEach
    void an_empty_inbox() {
        LocalParts.Database database = LocalParts.database();
        Flyway.configure()
                .dataSource(database.url(), database.owner(), database.ownerPassword())
                .locations("classpath:db/platform")
                .placeholders(Map.of("application", database.user()))
                .load()
                .migrate();
        var connections = new DriverManagerDataSource(database.url(), database.user(), database.password());
        db = JdbcClient.create(connections);
        Clock clock = Clock.fixed(Instant.parse("2020-04-06T08:00:00Z"), ZoneOffset.UTC);
        letters = new DeadLetters(db, clock);
        TransactionTemplate repeatableRead = new TransactionTemplate(new JdbcTransactionManager(connections));
        repeatableRead.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        consumer = new InboxConsumer(new Ear(), letters, repeatableRead, db, clock);
    }

    @Test
    void a_record_in_the_place_of_one_that_was_dealt_with_long_ago_is_parked_too() {
        consumer.on(List.of(record(0, "event-0")));
        assertThat(consumer.setAside(letters.waiting().getFirst(), "account-ops"))
                .hasValue(0);

        // the topic was lost, and its offsets begin again
        fault = "event-1";
        consumer.on(List.of(record(0, "event-1")));

        assertThat(letters.waiting())
                .singleElement()
                .satisfies(letter -> assertThat(letter.envelope()).contains("event-1"));
    }

    @Test
    void a_record_that_comes_while_its_key_is_tried_again_waits_behind_nobody() throws Exception {
        consumer.on(List.of(record(0, "event-0"), record(1, "event-1")));
        assertThat(letters.waiting()).hasSize(2);

        Thread consuming = Thread.ofVirtual().unstarted(() -> consumer.on(List.of(record(2, "event-2"))));
        fault = null;
        meanwhile = () -> {
            meanwhile = () -> {};
            consuming.start();
            join(consuming, Duration.ofSeconds(1));
        };
        int healed = consumer.retry(letters.waiting().getFirst());
        consuming.join();

        assertThat(healed).isGreaterThanOrEqualTo(2);
        assertThat(letters.waiting()).isEmpty();
        assertThat(heard).containsExactly("event-0", "event-1", "event-2");
    }

    @Test
    void a_record_that_is_delivered_again_waits_once_and_in_its_turn() {
        List<ConsumerRecord<String, String>> batch = List.of(record(0, "event-0"), record(1, "event-1"));
        consumer.on(batch);
        consumer.on(batch);

        assertThat(letters.waiting()).extracting(DeadLetter::recordOffset).containsExactly(0L, 1L);
        assertThat(letters.waiting().getFirst().cause()).contains("at fault");
        assertThat(heard).isEmpty();
    }

    @Test
    void of_two_who_give_up_on_a_record_the_first_one_did() {
        consumer.on(List.of(record(0, "event-0")));
        DeadLetter letter = letters.waiting().getFirst();
        assertThat(consumer.setAside(letter, "account-first")).hasValue(0);
        assertThat(consumer.setAside(letter, "account-second")).isEmpty();

        assertThat(db.sql("select set_aside_by from dead_letter")
                        .query(String.class)
                        .single())
                .isEqualTo("account-first");
    }

    @Test
    void what_one_gives_up_another_cannot_try_again_at_the_same_time() {
        consumer.on(List.of(record(0, "event-0"), record(1, "event-1")));
        DeadLetter letter = letters.waiting().getFirst();
        assertThat(letters.setAside(letter, "account-first")).isTrue();
        fault = null;

        assertThat(consumer.retry(letter)).isEqualTo(1);
        assertThat(heard).containsExactly("event-1");
    }

    private static ConsumerRecord<String, String> record(long offset, String event) {
        byte[] envelope = CloudEvents.envelope(
                event, "/tiny", "tiny.told.v1", "bowl-1", Instant.EPOCH, offset, Map.of(), Map.of());
        return new ConsumerRecord<>("tiny.v1", 0, offset, "bowl-1", new String(envelope, StandardCharsets.UTF_8));
    }

    private static void join(Thread thread, Duration time) {
        try {
            var _ = thread.join(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private final class Ear implements Inbox {
        private final Hearing hearing = Hearing.ofAll(List.of("tiny.v1"), this::on);

        @Override
        public Hearing hearing() {
            return hearing;
        }

        private void on(ReceivedEvent event) {
            if (event.id().equals(fault)) {
                throw new IllegalStateException("at fault");
            }
            meanwhile.run();
            heard.add(event.id());
        }
    }
}
