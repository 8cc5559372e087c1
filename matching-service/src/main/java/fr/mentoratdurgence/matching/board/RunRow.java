package fr.mentoratdurgence.matching.board;

import fr.mentoratdurgence.matching.proposing.RunEvent.RunOutcome;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A matching run; what it brought is there when it is done.
 *
 * @param inputGaps positions that were under way when it took its input; null = not recorded
 * @param outcome   worth, proof and fairness; null = not done, or not recorded
 */
public record RunRow(
        String run,
        int policyVersion,
        long seed,
        long inputPosition,
        int seats,
        int capacity,
        Instant startedAt,
        @Nullable Integer proposals,
        @Nullable Integer refused,
        @Nullable List<Long> inputGaps,
        @Nullable RunOutcome outcome) {}
