package fr.mentoratdurgence.matching.board;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A mentor who is held back until a coordinator decides; one row for each interrupted pair.
 *
 * @param pair        or the worry that says so, where no pair was interrupted: then need, structure and departement are null
 * @param structure   whose need the pair was of
 * @param departement of that need
 * @param by          pseudonymous account of who interrupted the pair, or decided it
 */
public record HeldRow(
        String mentor,
        String pair,
        @Nullable String need,
        @Nullable String structure,
        @Nullable String departement,
        String reason,
        String by,
        Instant heldAt) {

    /** Whether it was a worry alone, and no pair. */
    public boolean ofConcern() {
        return need == null;
    }
}
