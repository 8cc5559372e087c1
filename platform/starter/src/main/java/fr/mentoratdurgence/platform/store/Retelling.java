package fr.mentoratdurgence.platform.store;

import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;

/** Tells stored facts to a projection as it hears them when they are appended. */
public final class Retelling {
    private final AnnotationEventHandlerAdapter projection;

    /** To this projection. */
    public Retelling(Object projection) {
        this.projection = new AnnotationEventHandlerAdapter(projection);
    }

    /** Tells it, in the transaction of the caller. */
    public void tell(StoredFact stored) {
        var _ = stored.fact(); // a copy without it would be wrong, and take over
        DefaultUnitOfWork.startAndGet(stored.message()).execute(() -> {
            try {
                var _ = projection.handle(stored.message());
            } catch (Exception failed) {
                throw new IllegalStateException("cannot tell " + stored.id(), failed);
            }
        });
    }
}
