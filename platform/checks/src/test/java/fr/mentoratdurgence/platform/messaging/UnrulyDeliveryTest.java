package fr.mentoratdurgence.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import fr.mentoratdurgence.platform.Hearing;
import fr.mentoratdurgence.platform.Inbox;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.test.LocalParts;
import fr.mentoratdurgence.platform.traces.Traces;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** However records arrive, the rows that follow from them are the same, on a real PostgreSQL. */
@Tag("reliability")
class UnrulyDeliveryTest {
    private static final int DELIVERIES = 10 * Integer.getInteger("rounds", 1);
    private static final int STREAMS = 6;
    private static final int FACTS = 8;
    private static final int BATCH = 25;
    private static final int MEGABYTES = 5 * 1024 * 1024;
    private static final String TOPIC = "tiny.v1";
    private static final String STRANGE = "tiny.strange.v1";

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
        var owner = new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword());
        var _ = JdbcClient.create(owner)
                .sql("create table tally (stream text primary key, worth bigint not null)")
                .update();
        var _ = JdbcClient.create(owner)
                .sql("grant select, insert, update on tally to " + database.user())
                .update();
        var connections = new DriverManagerDataSource(database.url(), database.user(), database.password());
        db = JdbcClient.create(connections);
        Clock clock = Clock.fixed(Instant.parse("2020-04-06T08:00:00Z"), ZoneOffset.UTC);
        letters = new DeadLetters(db, clock);
        var transaction = new TransactionTemplate(new JdbcTransactionManager(connections));
        transaction.setIsolationLevel(TransactionTemplate.ISOLATION_REPEATABLE_READ);
        consumer = new InboxConsumer(
                new Ear(), letters, new EventSignatures(LocalParts.EVENT_KEYS), transaction, Traces.none(), db, clock);
    }

    /** Records of one stream come in their order, from where the reading begins anew; others come in between as they will. */
    @Test
    void records_that_come_again_and_late_leave_the_same_rows() {
        for (int round = 0; round < DELIVERIES; round++) {
            String name = "round-" + round + "-";
            List<ConsumerRecord<String, String>> delivered = delivery(name, new Random(round));
            assertThat(delivered).as("each at least once, many again").hasSizeGreaterThan(STREAMS * FACTS);

            for (int from = 0; from < delivered.size(); from += BATCH) {
                consumer.on(delivered.subList(from, Math.min(from + BATCH, delivered.size())));
            }

            assertThat(worths(name)).as("delivery %s", round).hasSize(STREAMS).containsOnly(worthOfAll());
        }
        assertThat(letters.waiting()).isEmpty();
    }

    @Test
    @Timeout(30)
    void what_nobody_can_read_waits_with_its_cause_and_all_others_go_on() {
        Map<String, String> poison = Map.of(
                "no-json",
                "{\"id\": ",
                "no-envelope",
                "[1, 2, 3]",
                "no-id",
                "{\"source\":\"/tiny\",\"type\":\"tiny.told.v1\",\"time\":\"2020-04-06T08:00:00Z\",\"data\":{}}",
                "no-time",
                envelope("event-no-time", "x", 0, "tiny.told.v1")
                        .replaceFirst("\"time\":\"[^\"]*\"", "\"time\":\"soon\""),
                "nothing",
                "",
                "deep",
                "[".repeat(100_000),
                "large",
                "{\"id\":\"" + "x".repeat(MEGABYTES),
                "unknown",
                envelope("event-unknown", "unknown", 0, STRANGE));
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        poison.forEach((key, value) -> {
            records.add(record(key, records.size(), value));
            records.add(record(key, records.size(), envelope("behind-" + key, key, 1, "tiny.told.v1")));
            records.add(
                    record("well-" + key, records.size(), envelope("well-" + key, "well-" + key, 0, "tiny.told.v1")));
        });

        consumer.on(records);

        assertThat(worths("well-")).hasSize(poison.size());
        assertThat(worths("")).as("nothing else had an effect").hasSize(poison.size());
        assertThat(letters.waiting())
                .hasSize(2 * poison.size())
                .allSatisfy(letter -> assertThat(letter.cause()).isNotBlank());
        assertThat(letters.ofUnknownTypes())
                .singleElement()
                .satisfies(letter -> assertThat(letter.unknownType()).isEqualTo(STRANGE));
    }

    private static List<ConsumerRecord<String, String>> delivery(String name, Random dice) {
        int[] next = new int[STREAMS];
        int[] again = new int[STREAMS];
        List<ConsumerRecord<String, String>> records = new ArrayList<>();
        while (IntStream.of(next).anyMatch(at -> at < FACTS)) {
            int stream = dice.nextInt(STREAMS);
            if (next[stream] > 0 && again[stream] < 4 && dice.nextInt(5) == 0) {
                again[stream]++;
                next[stream] -= 1 + dice.nextInt(next[stream]);
            }
            if (next[stream] < FACTS) {
                int fact = next[stream]++;
                String key = name + stream;
                String event = key + "-" + fact;
                records.add(record(key, (long) stream * FACTS + fact, envelope(event, key, fact, "tiny.told.v1")));
            }
        }
        return records;
    }

    private static long worthOfAll() {
        long worth = 0;
        for (int fact = 0; fact < FACTS; fact++) {
            worth = worth * 31 + fact + 1;
        }
        return worth;
    }

    private List<Long> worths(String beginning) {
        return db.sql("select worth from tally where stream like ?")
                .param(beginning + "%")
                .query(Long.class)
                .list();
    }

    private static ConsumerRecord<String, String> record(String key, long offset, String value) {
        ConsumerRecord<String, String> record = new ConsumerRecord<>(TOPIC, 0, offset, key, value);
        String signature =
                new EventSignatures(LocalParts.EVENT_KEYS).sign(TOPIC, key, value.getBytes(StandardCharsets.UTF_8));
        record.headers().add(EventSignatures.HEADER, signature.getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static String envelope(String event, String stream, long sequence, String type) {
        byte[] envelope =
                CloudEvents.envelope(event, "/tiny", type, stream, Instant.EPOCH, sequence, new HashMap<>(), Map.of());
        return new String(envelope, StandardCharsets.UTF_8);
    }

    /** Adds up so that the order within a stream, and each double, would show. */
    private final class Ear implements Inbox {
        private final Hearing hearing = Hearing.ofAll(List.of(TOPIC), this::on);

        @Override
        public Hearing hearing() {
            return hearing;
        }

        private void on(ReceivedEvent event) {
            if (event.type().equals(STRANGE)) {
                throw new UnknownFact(STRANGE);
            }
            int rows = db.sql("insert into tally (stream, worth) values (:stream, :fact)"
                            + " on conflict (stream) do update set worth = tally.worth * 31 + :fact")
                    .param("stream", event.subject())
                    .param("fact", event.sequence() + 1)
                    .update();
            assertThat(rows).isEqualTo(1);
        }
    }
}
