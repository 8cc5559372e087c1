package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A resource that was shared served in a session of a pair (FR: ressource utilisée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.resource-used.v1}.
 *
 * @param pack stream of what was shared for a need, in followup-service
 * @param need the need's stream in needs-service
 * @param line line of the need
 * @param pair the pair's stream in followup-service
 * @param resource the resource, by the code that the library gives it
 * @param levelBand level band of the line
 * @param support kind of support for which it was chosen: HOMEWORK, METHOD, CULTURE, LISTENING or ORIENTATION
 * @param side who says so: MENTOR, STRUCTURE or OPERATION
 * @param usedOn day of the session, Europe/Paris
 */
public record ResourceUsed(
        String pack,
        String need,
        int line,
        String pair,
        String resource,
        String levelBand,
        String support,
        String side,
        LocalDate usedOn) {}
