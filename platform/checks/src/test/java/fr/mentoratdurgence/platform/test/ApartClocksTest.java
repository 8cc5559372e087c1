package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.mentoratdurgence.platform.CommandContext;
import fr.mentoratdurgence.platform.Commands;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.test.tiny.Bowl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two instances whose clocks are two days apart work on one store: what counts is the order of the store. */
@Tag("reliability")
@Tag("outside-gate")
class ApartClocksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STONES = 60;
    private static final String BOWL = "bowl-apart";

    @Test
    void facts_are_in_the_order_of_the_store_told_in_it_and_each_heard_once() {
        LocalParts.Database database = LocalParts.database();
        Instant now = Instant.now();
        Map<String, String> group = Map.of("mentorat.consumer-group", "apart");
        try (var late = TinyService.on(database, clock(now.minus(Duration.ofDays(1)), group));
                var early = TinyService.on(database, clock(now.plus(Duration.ofDays(1)), group))) {
            List<Commands> both = List.of(late.getBean(Commands.class), early.getBean(Commands.class));
            JdbcClient db = late.getBean(JdbcClient.class);
            var _ = both.getLast().send(new Bowl.Act.MakeBowl(BOWL, STONES + 1), CommandContext.system("make-apart"));

            // when they take turns, each now and then with a command that the other has done
            for (int stone = 0; stone < STONES; stone++) {
                lay(both.get(stone % 2), stone);
                if (stone % 5 == 0) {
                    lay(both.get((stone + 1) % 2), stone);
                }
            }

            // then the bowl has each stone once, in the order in which they were laid, whatever their times say
            List<String> laid = db.sql("""
                select event_id from domain_event where aggregate_id = ? and payload_type = 'tiny.StoneLaid'
                order by global_index\
                """).param(BOWL).query(String.class).list();
            assertThat(laid)
                    .hasSize(STONES)
                    .isEqualTo(db.sql("""
                        select event_id from domain_event where aggregate_id = ? and payload_type = 'tiny.StoneLaid'
                        order by sequence_number\
                        """).param(BOWL).query(String.class).list());
            assertThat(db.sql("select max(time_stamp) - min(time_stamp) > interval '1 day' from domain_event")
                            .query(Boolean.class)
                            .single())
                    .as("the clocks were apart")
                    .isTrue();
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(told()).containsExactlyElementsOf(laid));

            // and each is heard, and has its effect once
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(
                                    db.sql("select count(*) from domain_event where aggregate_id like 'echo-%'")
                                            .query(Integer.class)
                                            .single())
                            .isEqualTo(STONES));
            assertThat(db.sql("select stones from stones where bowl = ?")
                            .param(BOWL)
                            .query(Integer.class)
                            .single())
                    .isEqualTo(STONES);
            assertThat(db.sql("select count(*) from dead_letter")
                            .query(Integer.class)
                            .single())
                    .isZero();
        }
    }

    private static Map<String, String> clock(Instant shows, Map<String, String> more) {
        return Stream.concat(
                        more.entrySet().stream(), Map.of("mentorat.clock.start", shows.toString()).entrySet().stream())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static void lay(Commands at, int stone) {
        var _ = at.send(
                new Bowl.Act.LayStone(BOWL, "account-" + stone % 2), CommandContext.system("lay-apart-" + stone));
    }

    /** The stones of this bowl as the topic tells them, each where it comes first. */
    private static List<String> told() {
        List<String> told = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", LocalParts.kafka()), new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor("tiny.v1").stream()
                    .map(info -> new TopicPartition("tiny.v1", info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    ReceivedEvent event = ReceivedEvent.parse(record.value());
                    if (event.subject().equals(BOWL) && !told.contains(event.id())) {
                        told.add(event.id());
                    }
                });
            }
        }
        return told;
    }
}
