package fr.mentoratdurgence.matching.board;

import org.jspecify.annotations.Nullable;

/**
 * A pairing that is out of the question.
 *
 * @param reason why somebody excluded it; null = declined or interrupted
 * @param by     account of who excluded it; null = declined or interrupted
 */
public record ExclusionRow(
        String need,
        int line,
        String mentor,
        String structure,
        String departement,
        String levelBand,
        @Nullable String reason,
        @Nullable String by) {}
