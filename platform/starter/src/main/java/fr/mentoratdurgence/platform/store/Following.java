package fr.mentoratdurgence.platform.store;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DisallowReplay;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Takes what Axon's processor reads to a {@link Follower}. */
@ProcessingGroup(Follower.NAME)
@DisallowReplay
final class Following {
    private static final String BATCH = "following.batch";

    private final Follower follower;

    Following(Follower follower) {
        this.follower = follower;
    }

    /** Also what this version does not know comes here: whoever passes over it lets the token move past it. */
    @EventHandler
    void on(@SuppressWarnings("unused") Object any, DomainEventMessage<?> message, UnitOfWork<?> work) {
        UnitOfWork<?> batch = work.root();
        var _ = batch.getOrComputeResource(BATCH, _ -> {
            batch.onPrepareCommit(_ -> follower.settle());
            batch.afterCommit(_ -> follower.moved());
            batch.onRollback(_ -> follower.undone());
            return true;
        });
        follower.hear(new StoredFact(message));
    }
}
