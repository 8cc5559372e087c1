package fr.mentoratdurgence.matching.proposing;

import fr.mentoratdurgence.contracts.vocabulary.PriorityAudience;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to one matching run (FR: calcul d'appariement). Stream {@code run-<uuid>}. */
public sealed interface RunEvent extends DomainEvent {

    /**
     * The run took its input.
     *
     * @param seed          orders what is equal otherwise
     * @param inputPosition last event of this service's store that the run knew
     * @param seats         free seats
     * @param capacity      free capacities of mentors
     * @param inputGaps     positions below that the run did not know: under way in that moment; null = not recorded
     */
    record MatchingRunStarted(
            String stream,
            int policyVersion,
            long seed,
            long inputPosition,
            int seats,
            int capacity,
            Instant startedAt,
            @Nullable List<Long> inputGaps)
            implements RunEvent {}

    /**
     * What the plan is worth, level by level, and how the audiences fare.
     *
     * @param floors    seats that count toward the floor of their audience
     * @param coverage  served seats, weighted by audience and wait
     * @param fit       points of all pairs
     * @param worth     the three as one number
     * @param bound     what no plan can pass: equal to {@code worth} where the plan is proven the best
     * @param certified a checker that knows nothing of the search has proven it
     * @param plan      fingerprint of all suggestions, to compare a replay with
     */
    record RunOutcome(
            long floors,
            long coverage,
            long fit,
            BigInteger worth,
            BigInteger bound,
            boolean certified,
            String plan,
            List<AudienceFairness> fairness) {}

    /**
     * How an audience fares in a run.
     *
     * @param seats  that waited
     * @param floor  seats that came before all else
     * @param served seats that were suggested
     */
    record AudienceFairness(PriorityAudience audience, int seats, int floor, int served) {}

    /**
     * All its proposals were opened or refused.
     *
     * @param proposals opened
     * @param refused   made impossible by a concurrent act
     * @param outcome   null = not recorded
     */
    record MatchingRunCompleted(
            String stream,
            int policyVersion,
            long seed,
            int seats,
            int capacity,
            int proposals,
            int refused,
            @Nullable RunOutcome outcome)
            implements RunEvent {}
}
