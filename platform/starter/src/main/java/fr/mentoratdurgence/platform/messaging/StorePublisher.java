package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.store.Follower;
import fr.mentoratdurgence.platform.store.StoredFact;
import fr.mentoratdurgence.platform.traces.Traces;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Tails the event store to Kafka: the store is the outbox, the token is the cursor. The token moves only after the
 * broker has acknowledged the batch, so a fact may be told twice but never not at all. It stops at a fact of a type that
 * this version does not know: that one, and what comes after it, is for an instance that does.
 */
final class StorePublisher implements Follower {
    private static final Logger LOG = LoggerFactory.getLogger(StorePublisher.class);

    /** Told in a batch that did not end; only one thread at a time publishes, the broker's answers come on others. */
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** What is sent in this batch. */
    private final Map<String, CompletableFuture<?>> sent = new LinkedHashMap<>();

    private @Nullable String stoppedAt;

    private final KafkaTemplate<String, byte[]> kafka;
    private final Telling telling;
    private final String source;

    StorePublisher(KafkaTemplate<String, byte[]> kafka, Telling telling, String application) {
        this.kafka = kafka;
        this.telling = telling;
        this.source = "/" + application + "-service";
    }

    @Override
    public void hear(StoredFact stored) {
        DomainEvent fact = known(stored);
        Optional<Object> contract = telling.translate(fact);
        if (contract.isEmpty() || acknowledged.contains(stored.id())) {
            return;
        }
        byte[] envelope = CloudEvents.envelope(
                stored.id(),
                source,
                telling.nameOf(contract.get()),
                stored.stream(),
                stored.recordedAt(),
                stored.sequence(),
                stored.meta(),
                contract.get());
        // no record timestamp: the broker refuses one from a crisis clock that is ahead; the envelope has the time
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(telling.topic(), fact.key(), envelope);
        record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(UTF_8));
        Object trace = stored.meta().get(Traces.NAME);
        if (trace != null) {
            record.headers().add(Traces.NAME, trace.toString().getBytes(UTF_8)); // where tools look for it
        }
        sent.put(stored.id(), kafka.send(record));
    }

    /** Where it throws, the claim is let go, so that an instance that knows the type may take it. */
    private DomainEvent known(StoredFact stored) {
        try {
            return stored.fact();
        } catch (UnknownFact stop) {
            if (!stored.id().equals(stoppedAt)) {
                stoppedAt = stored.id();
                LOG.warn(
                        "stopped at {}, which only an instance that knows it can tell: {}",
                        stoppedAt,
                        stop.getMessage());
            }
            throw stop;
        }
    }

    @Override
    public void settle() {
        awaitAll(sent.values());
    }

    @Override
    public void moved() {
        sent.clear();
        acknowledged.clear();
    }

    /** What the broker has is not sent again with the next try. */
    @Override
    public void undone() {
        sent.forEach((id, sending) -> {
            var _ = sending.thenRun(() -> acknowledged.add(id));
        });
        sent.clear();
    }

    private static void awaitAll(Collection<CompletableFuture<?>> sent) {
        try {
            CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).get(35, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("the broker did not acknowledge", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while publishing", interrupted);
        }
    }
}
