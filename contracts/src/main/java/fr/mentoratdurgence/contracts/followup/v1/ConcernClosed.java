package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A worry is settled; it may be opened again.
 *
 * <p>Topic {@code followup.v1}, key {@code concern}, type {@code followup.concern-closed.v1}.
 *
 * @param concern the worry's stream in followup-service
 * @param reason NO_DANGER, HANDED_TO_AUTHORITIES, MENTOR_EXCLUDED, SUPPORT_GIVEN, RAISED_BY_MISTAKE, OTHER
 * @param closedOn day, Europe/Paris
 */
public record ConcernClosed(String concern, String reason, LocalDate closedOn) {}
