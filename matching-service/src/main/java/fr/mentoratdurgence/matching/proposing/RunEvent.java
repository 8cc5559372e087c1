package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.time.Instant;

/** What happens to one matching run (FR: calcul d'appariement). Stream {@code run-<uuid>}. */
public sealed interface RunEvent extends DomainEvent {

    /**
     * The run took its input.
     *
     * @param seed          orders what is equal otherwise
     * @param inputPosition last event of this service's store that the run knew
     * @param seats         free seats
     * @param capacity      free capacities of mentors
     */
    record MatchingRunStarted(
            String stream, int policyVersion, long seed, long inputPosition, int seats, int capacity, Instant startedAt)
            implements RunEvent {}

    /**
     * All its proposals were opened or refused.
     *
     * @param proposals opened
     * @param refused   made impossible by a concurrent act
     */
    record MatchingRunCompleted(
            String stream, int policyVersion, long seed, int seats, int capacity, int proposals, int refused)
            implements RunEvent {}
}
