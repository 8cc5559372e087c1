package fr.mentoratdurgence.matching.board;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seat kept for named mentors.
 *
 * @param candidates mentors in the order in which they are asked
 * @param lastAsked  the candidate who was asked last
 * @param proposal   the open proposal, or the one that was confirmed
 * @param ended      SERVED, EXHAUSTED or WITHDRAWN; null = goes on
 */
public record PreMatchingRow(
        String prematching,
        String need,
        int line,
        String structure,
        String departement,
        List<String> candidates,
        String askedBy,
        Instant askedAt,
        @Nullable String lastAsked,
        @Nullable String proposal,
        @Nullable String ended) {

    /** Candidates who may still be asked. */
    public List<String> left() {
        return lastAsked == null
                ? candidates
                : candidates.subList(candidates.indexOf(lastAsked) + 1, candidates.size());
    }
}
