package fr.mentoratdurgence.matching.engine;

import java.util.List;
import java.util.Set;

/**
 * All that a run decides on.
 *
 * @param exclusions pairings that were declined or interrupted
 * @param open       open proposals whose seat and capacity are among those to give: kept where nothing is lost by it;
 *                   never more than the mentor's capacity
 * @param seed       orders what is equal otherwise; the order of the lists has no influence
 */
public record Problem(
        List<WaitingLine> lines,
        List<Candidate> mentors,
        Set<Pairing> exclusions,
        List<Pairing> open,
        Policy policy,
        long seed) {

    /** A problem without open proposals. */
    public Problem(
            List<WaitingLine> lines, List<Candidate> mentors, Set<Pairing> exclusions, Policy policy, long seed) {
        this(lines, mentors, exclusions, List.of(), policy, seed);
    }
}
