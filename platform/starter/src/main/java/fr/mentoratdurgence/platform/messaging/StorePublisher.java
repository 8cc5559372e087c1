package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.store.KnownFacts;
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
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Tails the event store to Kafka: the store is the outbox, the token is the cursor. The token moves only after the
 * broker has acknowledged the batch, so a fact may be told twice but never not at all. It stops at a fact of a type that
 * this version does not know: that one, and what comes after it, is for an instance that does.
 */
@ProcessingGroup(StorePublisher.NAME)
@DisallowReplay
final class StorePublisher {
    static final String NAME = "publisher";
    private static final String PENDING = "publisher.pending";

    private static final Logger LOG = LoggerFactory.getLogger(StorePublisher.class);

    /** Told in a batch that did not end; only one thread at a time publishes, the broker's answers come on others. */
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    private @Nullable String stoppedAt;

    private final KafkaTemplate<String, byte[]> kafka;
    private final Telling telling;
    private final String source;

    StorePublisher(KafkaTemplate<String, byte[]> kafka, Telling telling, String application) {
        this.kafka = kafka;
        this.telling = telling;
        this.source = "/" + application + "-service";
    }

    /** Also what this version does not know comes here: whoever passes over it lets the token move past it. */
    @EventHandler
    void on(@SuppressWarnings("unused") Object any, DomainEventMessage<?> message, UnitOfWork<?> work) {
        Optional<Object> contract = telling.translate(known(message));
        if (contract.isEmpty() || acknowledged.contains(message.getIdentifier())) {
            return;
        }
        byte[] envelope = CloudEvents.envelope(
                message.getIdentifier(),
                source,
                telling.nameOf(contract.get()),
                message.getAggregateIdentifier(),
                message.getTimestamp(),
                message.getSequenceNumber(),
                message.getMetaData(),
                contract.get());
        // no record timestamp: the broker refuses one from a crisis clock that is ahead; the envelope has the time
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(telling.topic(), message.getAggregateIdentifier(), envelope);
        record.headers().add("content-type", CloudEvents.CONTENT_TYPE.getBytes(UTF_8));
        pending(work.root()).put(message.getIdentifier(), kafka.send(record));
    }

    /** Where it throws, the processor lets its claim go, so that an instance that knows the type may take it. */
    private DomainEvent known(DomainEventMessage<?> message) {
        try {
            return KnownFacts.of(message);
        } catch (UnknownFact stop) {
            if (!message.getIdentifier().equals(stoppedAt)) {
                stoppedAt = message.getIdentifier();
                LOG.warn(
                        "stopped at {}, which only an instance that knows it can tell: {}",
                        stoppedAt,
                        stop.getMessage());
            }
            throw stop;
        }
    }

    /** What is sent in one batch; if the batch cannot end, what the broker has is not sent again with the next try. */
    private Map<String, CompletableFuture<?>> pending(UnitOfWork<?> root) {
        return root.getOrComputeResource(PENDING, _ -> {
            Map<String, CompletableFuture<?>> sent = new LinkedHashMap<>();
            root.onPrepareCommit(_ -> awaitAll(sent.values()));
            root.afterCommit(_ -> acknowledged.clear());
            root.onRollback(_ -> sent.forEach((id, sending) -> {
                var _ = sending.thenRun(() -> acknowledged.add(id));
            }));
            return sent;
        });
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
