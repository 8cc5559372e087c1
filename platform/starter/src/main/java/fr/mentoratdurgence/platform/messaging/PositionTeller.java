package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.Ids;
import fr.mentoratdurgence.platform.PublisherPosition;
import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.store.Appends;
import fr.mentoratdurgence.platform.store.Follower;
import fr.mentoratdurgence.platform.store.Instance;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells each partition of the topic how far this service has told. Whoever appends holds its lock before its events get
 * their record time, and until they can be seen: so what is told is the time of an earlier tick, once none of those who
 * were appending then still were a tick later, and what was there that tick has been published. Only the instance that
 * publishes tells: the token moves only after the broker has acknowledged.
 */
class PositionTeller {
    private static final Logger LOG = LoggerFactory.getLogger(PositionTeller.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** In the order in which they are looked at. */
    private record Tick(Instant at, Set<String> appending, long head) {
        /** The publisher of an empty store has no token that could be asked, and owes nothing. */
        boolean ofAnEmptyStore() {
            return head == 0;
        }
    }

    private final KafkaTemplate<String, byte[]> kafka;
    private final Telling telling;
    private final JdbcClient db;
    private final Clock clock;
    private final Ids ids;
    private final Instance instance;
    private final String source;

    private @Nullable Tick last;
    private @Nullable Tick beforeLast;

    PositionTeller(
            KafkaTemplate<String, byte[]> kafka,
            Telling telling,
            JdbcClient db,
            Clock clock,
            Ids ids,
            Instance instance,
            String application) {
        this.kafka = kafka;
        this.telling = telling;
        this.db = db;
        this.clock = clock;
        this.ids = ids;
        this.instance = instance;
        this.source = "/" + application + "-service";
    }

    @Scheduled(fixedDelayString = "${mentorat.publisher.position-every:60s}")
    void tick() {
        Tick now = new Tick(clock.instant(), Appends.underWay(db), head());
        Tick since = last;
        Tick until = beforeLast;
        if (since == null || until == null) {
            beforeLast = since;
            last = now;
        } else if (!Collections.disjoint(until.appending(), since.appending())) {
            last = now; // somebody takes long
        } else if (isThePublisher() && (since.ofAnEmptyStore() || isPublished(since.head()))) {
            tell(until.at(), since.head());
            beforeLast = since;
            last = now;
        } // else another instance tells, or the publisher is behind: the same question again at the next tick
    }

    private void tell(Instant recordedUntil, long position) {
        String topic = telling.topic();
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
            ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, partition, source, envelope);
            record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(UTF_8));
            var _ = kafka.send(record).exceptionally(failed -> {
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

    private boolean isThePublisher() {
        return db.sql("select exists(select from token_entry where processor_name = ? and segment = 0 and owner = ?)")
                .params(Follower.NAME, instance.id())
                .query(Boolean.class)
                .single();
    }

    /** The publisher may have passed a number that was committed only after it: then it has yet to come back to it. */
    private boolean isPublished(long head) {
        return db.sql("select token from token_entry where processor_name = ? and segment = 0 and token is not null")
                .param(Follower.NAME)
                .query(String.class)
                .optional()
                .map(JSON::readTree)
                .filter(token -> token.path("index").asLong(-1) >= head)
                .filter(token -> !isAnyStored(token.path("gaps")))
                .isPresent();
    }

    private boolean isAnyStored(JsonNode numbers) {
        return db.sql("select exists(select from domain_event where global_index = any(?))")
                .param(numbers.valueStream().map(JsonNode::asLong).toArray(Long[]::new))
                .query(Boolean.class)
                .single();
    }
}
