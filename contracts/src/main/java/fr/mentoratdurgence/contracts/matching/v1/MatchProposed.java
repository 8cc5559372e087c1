package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;

/**
 * A place and a mentor are proposed to each other; both are reserved.
 *
 * <p>Topic {@code matching.v1}, key {@code proposal}, type {@code matching.match-proposed.v1}.
 *
 * @param proposal the proposal's stream in matching-service
 * @param need the need's stream in needs-service
 * @param line line of the need, 1 to n
 * @param seat place on the line, 1 to the line's count; the young person's name is nowhere
 * @param mentor the mentor's stream in mentor-service
 * @param origin RUN, MANUAL, PREMATCHING or NEXT_BEST
 * @param policyVersion version of the policy
 * @param score points of the explanation
 * @param expiresAt deadline for the mentor's answer
 * @param referent pseudonymous account of the référent who follows the need
 * @param departement code of the need's département, such as 94, 2A or 974
 */
public record MatchProposed(
        String proposal,
        String need,
        int line,
        int seat,
        String mentor,
        String origin,
        int policyVersion,
        int score,
        Instant expiresAt,
        String referent,
        String departement) {}
