package fr.mentoratdurgence.contracts.matching.v1;

/**
 * A matching run over the qualified needs and active mentors ended.
 *
 * <p>Topic {@code matching.v1}, key {@code run}, type {@code matching.matching-run-completed.v1}.
 *
 * @param run the matching run
 * @param policyVersion version of the policy
 * @param seed seed that breaks ties
 * @param seats free places at the start
 * @param mentorCapacity free capacities at the start
 * @param proposals proposals opened
 * @param refused proposals that a concurrent act made impossible
 */
public record MatchingRunCompleted(
        String run, int policyVersion, long seed, int seats, int mentorCapacity, int proposals, int refused) {}
