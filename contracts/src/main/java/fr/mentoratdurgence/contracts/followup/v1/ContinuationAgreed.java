package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * All agree that the pair goes on in person with the association.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.continuation-agreed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param association code of the member association, such as AFEV; a consumer accepts codes it does not know
 * @param side MENTOR, YOUTH, STRUCTURE or ASSOCIATION, who gave the last yes
 * @param agreedOn day, Europe/Paris
 */
public record ContinuationAgreed(String pair, String association, String side, LocalDate agreedOn) {}
