package fr.mentoratdurgence.reporting.tools;

import fr.mentoratdurgence.platform.CallsWaiting;
import fr.mentoratdurgence.platform.PublisherPosition;
import fr.mentoratdurgence.platform.ReceivedEvent;
import fr.mentoratdurgence.platform.messaging.EventSignatures;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.duckdb.DuckDBAppender;
import tools.jackson.core.JacksonException;

/** What the services told, from the first record that a topic holds. */
final class Topics {
    private static final String ADDRESS = "KAFKA_BOOTSTRAP";
    private static final String KEYS = "EVENT_KEYS";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** What travels between the facts and is kept by nobody. */
    private static final Set<String> NO_FACTS = Set.of(PublisherPosition.TYPE, CallsWaiting.TYPE);

    private final Map<String, String> environment;
    private final Told told;

    Topics(Map<String, String> environment, Told told) {
        this.environment = environment;
        this.told = told;
    }

    /** Whether the broker answers; otherwise it is told that it does not. */
    boolean answer() {
        if (!environment.containsKey(ADDRESS)) {
            told.tell("verifier.muet.adresse", "Kafka", ADDRESS);
            return false;
        }
        if (!environment.containsKey(KEYS)) {
            told.tell("verifier.muet.cles", KEYS);
            return false;
        }
        try (KafkaConsumer<String, String> kafka = consumer()) {
            var _ = kafka.listTopics(PATIENCE);
            return true;
        } catch (KafkaException _) {
            told.tell("verifier.muet.kafka");
            return false;
        }
    }

    private KafkaConsumer<String, String> consumer() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                environment.getOrDefault(ADDRESS, ""),
                "isolation.level",
                "read_committed",
                "default.api.timeout.ms",
                (int) PATIENCE.toMillis());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer());
    }

    /** All facts of a topic; a broker that falls silent meanwhile is not waited for longer than elsewhere. */
    void list(ComparedLists lists, String topic) throws SQLException {
        EventSignatures signatures = new EventSignatures(environment.getOrDefault(KEYS, ""));
        long facts = 0;
        List<String> forged = new ArrayList<>();
        Phase phase = new Phase(told, "verifier.topic.progres", topic);
        try (DuckDBAppender rows = lists.append("topic");
                KafkaConsumer<String, String> kafka = consumer()) {
            List<TopicPartition> partitions = kafka.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            kafka.assign(partitions);
            kafka.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = kafka.endOffsets(partitions);
            long all = ends.values().stream().mapToLong(Long::longValue).sum()
                    - kafka.beginningOffsets(partitions).values().stream()
                            .mapToLong(Long::longValue)
                            .sum();
            Set<String> seen = new HashSet<>();
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(last -> kafka.position(last.getKey()) < last.getValue())) {
                if (System.nanoTime() > end) {
                    throw new TimeoutException("nothing more of " + topic);
                }
                for (ConsumerRecord<String, String> record : kafka.poll(Duration.ofSeconds(1))) {
                    end = System.nanoTime() + PATIENCE.toNanos();
                    if (signatures.fault(record).isPresent()) {
                        forged.add(record.partition() + "@" + record.offset());
                    } else if (fact(rows, topic, record.value(), seen)) {
                        facts++;
                    }
                    phase.next(all);
                }
            }
        }
        told.tell("verifier.topic", topic, facts);
        if (!forged.isEmpty()) {
            told.tell("verifier.faux", topic, forged.size(), forged.getFirst());
        }
    }

    /** What is no event waits as a dead letter and is shown there; a fact may have been told twice. */
    private static boolean fact(DuckDBAppender rows, String topic, String value, Set<String> seen) throws SQLException {
        ReceivedEvent event;
        try {
            event = ReceivedEvent.parse(value);
        } catch (JacksonException | DateTimeException _) {
            return false;
        }
        if (NO_FACTS.contains(event.type()) || !seen.add(event.id())) {
            return false;
        }
        ComparedLists.fact(
                rows,
                topic,
                event.id(),
                event.type(),
                event.subject(),
                event.sequence(),
                event.time(),
                event.data().toString());
        return true;
    }
}
