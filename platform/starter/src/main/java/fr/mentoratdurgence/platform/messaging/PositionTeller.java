package fr.mentoratdurgence.platform.messaging;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PublicEvents;
import fr.mentoratdurgence.platform.PublisherPosition;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells each partition of the topic how far this service has told. An event has its record time before its number in
 * the store, and its number before it is committed: so what is told at one tick is the time of the tick before the last,
 * covered by the numbers that were there a tick later and have been published since. A tick is longer than any
 * transaction lives. Any instance may tell: the token moves only after the broker has acknowledged.
 */
class PositionTeller {
    private static final Logger LOG = LoggerFactory.getLogger(PositionTeller.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private record Tick(Instant at, long head) {
        /** The publisher of an empty store has no token that could be asked, and owes nothing. */
        boolean ofAnEmptyStore() {
            return head == 0;
        }
    }

    private final KafkaTemplate<String, byte[]> kafka;
    private final PublicEvents publicEvents;
    private final JdbcClient db;
    private final Clock clock;
    private final Ids ids;
    private final String source;

    private @Nullable Tick last;
    private @Nullable Tick beforeLast;

    PositionTeller(
            KafkaTemplate<String, byte[]> kafka,
            PublicEvents publicEvents,
            JdbcClient db,
            Clock clock,
            Ids ids,
            String application) {
        this.kafka = kafka;
        this.publicEvents = publicEvents;
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.source = "/" + application + "-service";
    }

    @Scheduled(fixedDelayString = "${mentorat.publisher.position-every:60s}")
    void tick() {
        Tick now = new Tick(clock.instant(), head());
        Tick since = last;
        Tick until = beforeLast;
        if (since == null || until == null) {
            beforeLast = since;
            last = now;
        } else if (since.ofAnEmptyStore() || published() >= since.head()) {
            tell(until.at(), since.head());
            beforeLast = since;
            last = now;
        } // else the publisher is behind: the same question again at the next tick
    }

    private void tell(Instant recordedUntil, long position) {
        String topic = publicEvents.topic();
        int partitions = kafka.partitionsFor(topic).size();
        for (int partition = 0; partition < partitions; partition++) {
            byte[] envelope = CloudEvents.envelope(
                    ids.next("position"),
                    source,
                    PublisherPosition.TYPE,
                    topic,
                    clock.instant(),
                    position,
                    Map.of("actor", "system", "role", "system"),
                    new PublisherPosition(topic, partition, partitions, recordedUntil, position));
            var _ = kafka.send(new ProducerRecord<>(topic, partition, source, envelope))
                    .exceptionally(failed -> {
                        LOG.info("a position was not told and will be at the next tick: {}", failed.toString());
                        return null;
                    });
        }
    }

    private long head() {
        return db.sql("select coalesce(max(global_index), 0) from domain_event")
                .query(Long.class)
                .single();
    }

    private long published() {
        return db.sql("select token from token_entry where processor_name = ? and segment = 0 and token is not null")
                .param(StorePublisher.NAME)
                .query(String.class)
                .optional()
                .map(token -> JSON.readTree(token).path("index").asLong(-1))
                .orElse(-1L);
    }
}
