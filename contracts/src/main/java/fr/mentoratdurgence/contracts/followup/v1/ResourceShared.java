package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The team shared a resource of the library for a line of a need, or for one pair (FR: ressource partagée).
 *
 * <p>One act shares several: they have the same {@code share}. What a resource is called and where it stands is in no fact.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, or {@code pack} where it is for no pair, type {@code followup.resource-shared.v1}.
 *
 * @param pack stream of what was shared for a need, in followup-service
 * @param share the act, one for all resources that were shared with it
 * @param need the need's stream in needs-service
 * @param line line of the need
 * @param pair the pair, where it is for one; null where it is for all of the line
 * @param mentor the mentor of that pair; null where it is for no pair
 * @param resource the resource, by the code that the library gives it
 * @param levelBand level band of the line
 * @param support kind of support for which it was chosen: HOMEWORK, METHOD, CULTURE, LISTENING or ORIENTATION
 * @param side for whom: MENTOR, STRUCTURE or FAMILY
 * @param sharedOn day, Europe/Paris
 */
public record ResourceShared(
        String pack,
        String share,
        String need,
        int line,
        @Nullable String pair,
        @Nullable String mentor,
        String resource,
        String levelBand,
        String support,
        String side,
        LocalDate sharedOn) {}
