package fr.mentoratdurgence.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.traces.Traces;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
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
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Records that wait, on a real PostgreSQL. */
@Tag("reliability")
class InboxConsumerTest {
    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private @Nullable String fault = "event-0";
    private Runnable meanwhile = () -> {};

    private static final String OLD = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String NEW = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=";

    private DriverManagerDataSource connections;
    private JdbcClient db;
    private TransactionTemplate repeatableRead;
    private Clock clock;
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
        connections = new DriverManagerDataSource(database.url(), database.user(), database.password());
        db = JdbcClient.create(connections);
        clock = Clock.fixed(Instant.parse("2020-04-06T08:00:00Z"), ZoneOffset.UTC);
        letters = new DeadLetters(db, clock);
        repeatableRead = new TransactionTemplate(new JdbcTransactionManager(connections));
        repeatableRead.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        consumer = believing("k1:" + OLD);
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

    @Test
    void a_record_that_nobody_of_the_operation_signed_is_never_heard_and_blocks_nobody() {
        // given what whoever reaches the broker can put there
        ConsumerRecord<String, String> genuine = record(0, "event-1");
        ConsumerRecord<String, String> unsigned = unsigned("tiny.v1", "bowl-1", 1, envelope("event-2", 1));
        ConsumerRecord<String, String> madeUp = signed("tiny.v1", "bowl-1", 2, "event-3", "k1:" + NEW);
        ConsumerRecord<String, String> changed =
                unsigned("tiny.v1", "bowl-1", 3, genuine.value().replace("bowl-1", "x"));
        ConsumerRecord<String, String> elsewhere = unsigned("other.v1", "bowl-1", 4, genuine.value());
        ConsumerRecord<String, String> ofAnother = unsigned("tiny.v1", "bowl-2", 5, genuine.value());
        ConsumerRecord<String, String> unknownKey = signed("tiny.v1", "bowl-1", 6, "event-4", "k9:" + NEW);
        ConsumerRecord<String, String> hostileKey = unsigned("tiny.v1", "\0" + "x".repeat(9_000), 7, "no event");
        List.of(changed, elsewhere, ofAnother)
                .forEach(moved -> moved.headers().add(genuine.headers().lastHeader(EventSignatures.HEADER)));

        // when they come before a genuine one of the same key
        consumer.on(List.of(
                unsigned,
                madeUp,
                changed,
                elsewhere,
                ofAnother,
                unknownKey,
                hostileKey,
                genuine,
                record(8, "event-5")));

        // then these are heard, and nothing else is
        assertThat(heard).containsExactly("event-1", "event-5");
        assertThat(letters.waiting())
                .hasSize(7)
                .allSatisfy(letter -> assertThat(letter.cause()).startsWith("FORGED: "));

        // and who tries a forged one again finds that it still is one
        letters.waiting().forEach(letter -> assertThat(consumer.retry(letter)).isZero());
        assertThat(letters.waiting()).hasSize(7).allMatch(DeadLetter::forged);
        assertThat(heard).hasSize(2);
        assertThat(consumer.setAside(letters.waiting().getFirst(), "account-ops"))
                .hasValue(0);
        assertThat(letters.waiting()).hasSize(6);
    }

    @Test
    void the_signature_is_the_one_that_the_contracts_describe() {
        // worked out with the Python of contracts/README.md
        assertThat(new EventSignatures("k1:" + OLD)
                        .sign("needs.v1", "need-1", "{\"id\":\"event-1\"}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("k1:ArLak3AR0KgxeOvj0x0VP5VzlEav5MYg32jjsTHhXb8=");
    }

    @Test
    void keys_are_exchanged_without_a_record_that_nobody_believes() {
        // given that the new key is known everywhere before it signs
        consumer = believing("k1:" + OLD + ",k2:" + NEW);
        consumer.on(List.of(record(0, "event-1"), signed("tiny.v1", "bowl-1", 1, "event-2", "k2:" + NEW)));
        assertThat(heard).containsExactly("event-1", "event-2");

        // when the old one is not believed any more
        consumer = believing("k2:" + NEW);
        consumer.on(List.of(record(2, "event-3"), signed("tiny.v1", "bowl-1", 3, "event-4", "k2:" + NEW)));

        // then what it signed has no effect until somebody gives it back
        assertThat(heard).containsExactly("event-1", "event-2", "event-4");
        consumer = believing("k2:" + NEW + ",k1:" + OLD);
        assertThat(consumer.retry(letters.waiting().getFirst())).isEqualTo(1);
        assertThat(heard).containsExactly("event-1", "event-2", "event-4", "event-3");
    }

    @Test
    void what_waited_is_not_heard_once_its_key_is_not_believed_any_more() {
        consumer.on(List.of(record(0, "event-0"), record(1, "event-1")));
        fault = null;
        consumer = believing("k2:" + NEW);

        assertThat(consumer.retry(letters.waiting().getFirst())).isZero();

        assertThat(heard).isEmpty();
        assertThat(letters.waiting()).hasSize(2).allMatch(DeadLetter::forged);
    }

    @Test
    void a_fact_that_was_forgotten_after_its_time_is_known_by_its_stream_and_the_next_one_is_heard() {
        Duration kept = Duration.ofDays(400);
        consumer.on(List.of(record(1, "event-1"), record(2, "event-2")));
        Instant heardAt = clock.instant();

        // given that a year and more has gone by, and the stream was settled at one look and forgotten at a later one
        Keeping early = keeping(heardAt.plus(kept).minusSeconds(1), kept);
        early.forget();
        assertThat(rows("inbox_stream")).isZero();
        Keeping late = keeping(heardAt.plus(kept).plusSeconds(1), kept);
        late.forget();
        late.forget();
        assertThat(rows("inbox_event"))
                .as("somebody may still read the state of before")
                .isEqualTo(2);
        db.sql("update inbox_stream set settled_at = settled_at - interval '2 hours'")
                .update();
        late.forget();
        assertThat(rows("inbox_event")).isZero();

        // when the whole topic is told again
        consumer.on(List.of(record(1, "event-1"), record(2, "event-2"), record(3, "event-3")));

        // then only what is new has its effect
        assertThat(heard).containsExactly("event-1", "event-2", "event-3");
        assertThat(rows("inbox_event")).isEqualTo(1);
    }

    @Test
    void what_a_command_answered_is_forgotten_after_its_time_and_not_before() {
        db.sql("""
            insert into processed_command(command_id, fingerprint, processed_at)
            select 'old-' || n, 'x', timestamptz '2018-04-06 08:00Z' from generate_series(1, 2500) n\
            """).update();
        db.sql("insert into processed_command(command_id, fingerprint, processed_at) values ('lately', 'x', ?)")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(399))))
                .update();

        keeping(clock.instant(), Duration.ofDays(400)).forget();

        assertThat(db.sql("select command_id from processed_command")
                        .query(String.class)
                        .list())
                .containsExactly("lately");
    }

    private Keeping keeping(Instant now, Duration kept) {
        return new Keeping(
                connections,
                db,
                Clock.fixed(now, ZoneOffset.UTC),
                new KeepingSettings(kept, kept, Duration.ofDays(1), Duration.ofMinutes(10)));
    }

    private int rows(String table) {
        return db.sql("select count(*) from " + table).query(Integer.class).single();
    }

    private InboxConsumer believing(String keys) {
        return new InboxConsumer(
                new Ear(), letters, new EventSignatures(keys), repeatableRead, Traces.none(), db, clock);
    }

    private static ConsumerRecord<String, String> record(long offset, String event) {
        return signed("tiny.v1", "bowl-1", offset, event, "k1:" + OLD);
    }

    private static ConsumerRecord<String, String> signed(
            String topic, String key, long offset, String event, String keys) {
        String envelope = envelope(event, offset);
        ConsumerRecord<String, String> record = unsigned(topic, key, offset, envelope);
        String signature = new EventSignatures(keys).sign(topic, key, envelope.getBytes(StandardCharsets.UTF_8));
        record.headers().add(EventSignatures.HEADER, signature.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static ConsumerRecord<String, String> unsigned(String topic, String key, long offset, String envelope) {
        return new ConsumerRecord<>(topic, 0, offset, key, envelope);
    }

    private static String envelope(String event, long offset) {
        byte[] envelope = CloudEvents.envelope(
                event, "/tiny", "tiny.told.v1", "bowl-1", Instant.EPOCH, offset, Map.of(), Map.of());
        return new String(envelope, StandardCharsets.UTF_8);
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
