package fr.mentoratdurgence.matching.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Two who are not proposed to each other, or no longer so: a mentor and a line, or a mentor and a structure whole.
 *
 * @param need      null = all needs of the structure
 * @param line      null = all lines
 * @param levelBand of the line
 * @param reason    why somebody excluded it; null = declined or interrupted
 * @param by        account of who excluded it; null = declined or interrupted
 * @param lifted    null = it stands
 */
public record ExclusionRow(
        @Nullable String need,
        @Nullable Integer line,
        String mentor,
        String structure,
        String departement,
        @Nullable String levelBand,
        @Nullable String reason,
        @Nullable String by,
        Instant at,
        @Nullable Lifted lifted) {

    /** Who let the two be proposed to each other again, when and why. */
    public record Lifted(String reason, String by, Instant at) {}

    /** Names the row on a page: the same for all who see it. */
    public String key() {
        return mentor + "-" + (need == null ? structure : need + "-" + line);
    }
}
