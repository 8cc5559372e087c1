package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * The pair will not go on with the association; another one may be proposed.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.continuation-declined.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param association code of the member association, such as AFEV; a consumer accepts codes it does not know
 * @param side MENTOR, YOUTH, STRUCTURE or ASSOCIATION, who said no
 * @param declinedOn day, Europe/Paris
 */
public record ContinuationDeclined(String pair, String association, String side, LocalDate declinedOn) {}
