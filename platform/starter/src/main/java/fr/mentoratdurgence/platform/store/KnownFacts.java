package fr.mentoratdurgence.platform.store;

import fr.mentoratdurgence.platform.UnknownFact;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.UnknownSerializedType;

/** Whoever reads the store goes through here: nobody folds, tells or rebuilds as if a fact were not there. */
public final class KnownFacts {
    private KnownFacts() {}

    /**
     * The fact that a message of the store holds.
     *
     * @throws UnknownFact where this version does not know its type
     */
    public static DomainEvent of(EventMessage<?> message) {
        Object payload = message.getPayload();
        if (payload instanceof DomainEvent known) {
            return known;
        }
        throw new UnknownFact(
                payload instanceof UnknownSerializedType unknown
                        ? unknown.serializedType().getName()
                        : payload.getClass().getName());
    }
}
