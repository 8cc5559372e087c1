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
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
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
    private static final String GROUP = "HISTORY_GROUP";
    private static final String HISTORY = "reporting";
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
        KafkaConsumer<String, String> kafka = consumer();
        try {
            var _ = kafka.listTopics(PATIENCE);
            return true;
        } catch (KafkaException _) {
            told.tell("verifier.muet.kafka");
            return false;
        } finally {
            left(kafka);
        }
    }

    /** Who has nothing more to ask says no good-bye: a broker that is frozen would not hear it. */
    private static void left(KafkaConsumer<String, String> kafka) {
        kafka.close(CloseOptions.timeout(Duration.ofSeconds(1)));
    }

    private KafkaConsumer<String, String> consumer() {
        // in the name of who keeps the history, to know how far it has heard; it joins nobody and commits nothing
        Map<String, Object> settings = Map.of(
                "group.id",
                environment.getOrDefault(GROUP, HISTORY),
                "enable.auto.commit",
                "false",
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
        KafkaConsumer<String, String> kafka = consumer();
        try (DuckDBAppender rows = lists.append("topic");
                DuckDBAppender unheard = lists.append("unheard")) {
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
            Map<TopicPartition, OffsetAndMetadata> heard = kafka.committed(Set.copyOf(partitions));
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
                    } else if (fact(rows, unheard, record, heard, seen)) {
                        facts++;
                    }
                    phase.next(all);
                }
            }
        } finally {
            left(kafka);
        }
        told.tell("verifier.topic", topic, facts);
        if (!forged.isEmpty()) {
            told.tell("verifier.faux", topic, forged.size(), forged.getFirst());
        }
    }

    /** What is no event waits as a dead letter and is shown there; a fact may have been told twice. */
    private static boolean fact(
            DuckDBAppender rows,
            DuckDBAppender unheard,
            ConsumerRecord<String, String> record,
            Map<TopicPartition, OffsetAndMetadata> heard,
            Set<String> seen)
            throws SQLException {
        String topic = record.topic();
        ReceivedEvent event;
        try {
            event = ReceivedEvent.parse(record.value());
        } catch (JacksonException | DateTimeException _) {
            return false;
        }
        if (NO_FACTS.contains(event.type()) || !seen.add(event.id())) {
            return false;
        }
        OffsetAndMetadata place = heard.get(new TopicPartition(topic, record.partition()));
        if (place != null && record.offset() >= place.offset()) {
            unheard.beginRow();
            unheard.append(event.id());
            unheard.append(record.timestamp());
            unheard.endRow();
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
