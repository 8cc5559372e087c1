package fr.mentoratdurgence.matching.engine;

import java.util.List;
import java.util.Set;

/**
 * All that a run decides on.
 *
 * @param exclusions pairings that were declined or interrupted
 * @param seed       orders what is equal otherwise; the order of the lists has no influence
 */
public record Problem(
        List<WaitingLine> lines, List<Candidate> mentors, Set<Pairing> exclusions, Policy policy, long seed) {}
