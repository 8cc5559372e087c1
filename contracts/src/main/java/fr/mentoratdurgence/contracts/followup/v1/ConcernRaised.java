package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is worried about a young person (FR: inquiétude). Says nothing of whom, and not why.
 *
 * <p>Topic {@code followup.v1}, key {@code concern}, type {@code followup.concern-raised.v1}.
 *
 * @param concern the worry's stream in followup-service
 * @param side who is worried: MENTOR, YOUTH, STRUCTURE, OPERATION
 * @param departement code of the département, such as 94, 2A or 974; null where it is not known
 * @param raisedOn day, Europe/Paris
 */
public record ConcernRaised(
        String concern, String side, @Nullable String departement, LocalDate raisedOn) {}
