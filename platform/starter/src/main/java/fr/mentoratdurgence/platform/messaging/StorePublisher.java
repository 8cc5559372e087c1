package fr.mentoratdurgence.platform.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.mentoratdurgence.platform.Telling;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Tails the event store to Kafka: the store is the outbox, the token is the cursor. The token moves only after the
 * broker has acknowledged the batch, so a fact may be told twice but never not at all.
 */
@ProcessingGroup(StorePublisher.NAME)
@DisallowReplay
final class StorePublisher {
    static final String NAME = "publisher";
    private static final String PENDING = "publisher.pending";

    private final KafkaTemplate<String, byte[]> kafka;
    private final Telling telling;
    private final String source;

    StorePublisher(KafkaTemplate<String, byte[]> kafka, Telling telling, String application) {
        this.kafka = kafka;
        this.telling = telling;
        this.source = "/" + application + "-service";
    }

    @EventHandler
    void on(DomainEvent event, DomainEventMessage<?> message, UnitOfWork<?> work) {
        Optional<Object> contract = telling.translate(event);
        if (contract.isEmpty()) {
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
        pending(work.root()).add(kafka.send(record));
    }

    private static List<CompletableFuture<?>> pending(UnitOfWork<?> root) {
        return root.getOrComputeResource(PENDING, _ -> {
            List<CompletableFuture<?>> sent = new ArrayList<>();
            root.onPrepareCommit(_ -> awaitAll(sent));
            return sent;
        });
    }

    private static void awaitAll(List<CompletableFuture<?>> sent) {
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
