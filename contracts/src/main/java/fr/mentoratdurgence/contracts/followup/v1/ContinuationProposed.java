package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * Going on in person with a member association was proposed (FR: poursuite en présentiel).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.continuation-proposed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param association code of the member association, such as AFEV; a consumer accepts codes it does not know
 * @param proposedOn day, Europe/Paris
 */
public record ContinuationProposed(String pair, String association, LocalDate proposedOn) {}
