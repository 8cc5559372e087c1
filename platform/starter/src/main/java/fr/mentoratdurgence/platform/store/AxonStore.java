package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.GenericMessage;

/** The three ways to the store, as Axon goes them. */
final class AxonStore implements Appending, Streams, FactLog {
    private final EventStore store;
    private final EventStorageEngine engine;

    AxonStore(EventStore store, EventStorageEngine engine) {
        this.store = store;
        this.engine = engine;
    }

    @Override
    public void append(List<Fresh> facts) {
        store.publish(facts.stream()
                .map(fresh -> new GenericDomainEventMessage<>(
                        fresh.type(),
                        fresh.stream(),
                        fresh.sequence(),
                        new GenericMessage<>(fresh.id(), fresh.fact(), fresh.meta()),
                        fresh.at()))
                .toList());
    }

    @Override
    public List<DomainEvent> past(String stream) {
        List<DomainEvent> past = new ArrayList<>();
        engine.readEvents(stream).forEachRemaining(message -> past.add(StoredFact.known(message)));
        return past;
    }

    @Override
    public long facts(String stream) {
        return engine.lastSequenceNumberFor(stream).orElse(-1L) + 1;
    }

    @Override
    public Stream<StoredFact> after(Place place) {
        return engine.readEvents(place.token(), false).map(StoredFact::new);
    }
}
