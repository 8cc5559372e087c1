package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.serialization.UnknownSerializedType;

/** A fact as the store has it: what happened, where, when, and who did it. */
public final class StoredFact {
    private final EventMessage<?> message;

    StoredFact(EventMessage<?> message) {
        this.message = message;
    }

    /** One that no store has, for who reads a store. */
    public static StoredFact of(long number, long sequence, Instant recordedAt, DomainEvent fact) {
        GenericMessage<DomainEvent> body = new GenericMessage<>("event-" + number, fact, Map.of());
        return new StoredFact(new GenericTrackedDomainEventMessage<>(
                new GlobalSequenceTrackingToken(number),
                new GenericDomainEventMessage<>("stream", fact.stream(), sequence, body, recordedAt)));
    }

    EventMessage<?> message() {
        return message;
    }

    /**
     * What happened.
     *
     * @throws UnknownFact where this version does not know its type: nobody folds, tells or rebuilds as if it were not there
     */
    public DomainEvent fact() {
        return known(message);
    }

    static DomainEvent known(EventMessage<?> message) {
        Object payload = message.getPayload();
        if (payload instanceof DomainEvent known) {
            return known;
        }
        throw new UnknownFact(
                payload instanceof UnknownSerializedType unknown
                        ? unknown.serializedType().getName()
                        : payload.getClass().getName());
    }

    /** Its own id. */
    public String id() {
        return message.getIdentifier();
    }

    /** Its stream. */
    public String stream() {
        return inStream().getAggregateIdentifier();
    }

    /** Its place in the stream, from 0. */
    public long sequence() {
        return inStream().getSequenceNumber();
    }

    /** When it was recorded. */
    public Instant recordedAt() {
        return message.getTimestamp();
    }

    /** Who did it, in which role, and what led to it. */
    public Map<String, ?> meta() {
        return message.getMetaData();
    }

    /** Its number among all facts of the store. */
    public long number() {
        return followed().trackingToken().position().orElseThrow();
    }

    /** From where somebody goes on who has heard it. */
    public Place place() {
        return new Place(followed().trackingToken());
    }

    private DomainEventMessage<?> inStream() {
        return (DomainEventMessage<?>) message;
    }

    private TrackedEventMessage<?> followed() {
        return (TrackedEventMessage<?>) message;
    }
}
