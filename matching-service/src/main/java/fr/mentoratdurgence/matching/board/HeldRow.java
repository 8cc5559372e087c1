package fr.mentoratdurgence.matching.board;

import java.time.Instant;

/**
 * A mentor who is held back until a coordinator decides; one row for each interrupted pair.
 *
 * @param structure   whose need the pair was of
 * @param departement of that need
 * @param by          pseudonymous account of who interrupted the pair
 */
public record HeldRow(
        String mentor,
        String pair,
        String need,
        String structure,
        String departement,
        String reason,
        String by,
        Instant heldAt) {}
