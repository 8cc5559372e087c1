package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.matching.profile.MentorProfile;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to the capacity of one mentor (FR: capacité). Stream {@code load-<uuid of the mentor>}. */
public sealed interface LoadEvent extends DomainEvent {

    /** The mentor whose load this is. */
    default String mentor() {
        return Streams.mentorOf(stream());
    }

    /**
     * The mentor was activated.
     *
     * @param capacity pairs at the same time
     */
    record LoadOpened(String stream, MentorProfile profile, int capacity) implements LoadEvent {}

    /** @param by pseudonymous account of who did it */
    record CapacityReserved(String stream, String proposal, String by, Instant reservedAt) implements LoadEvent {}

    /**
     * The reservation became a pair.
     *
     * @param referent pseudonymous account of who follows it; null = was not counted yet
     */
    record CapacityTaken(
            String stream,
            String proposal,
            String pair,
            @Nullable String referent) implements LoadEvent {}

    /** One more pair may begin. */
    record CapacityReleased(String stream, String proposal) implements LoadEvent {}

    /** The mentor left: nothing new is proposed. */
    record LoadClosed(String stream) implements LoadEvent {}
}
