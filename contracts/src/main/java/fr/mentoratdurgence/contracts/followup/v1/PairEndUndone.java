package fr.mentoratdurgence.contracts.followup.v1;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import java.time.LocalDate;

/**
 * The pair was closed or interrupted by mistake, and goes on as before.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-end-undone.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param proposal the proposal's stream in matching-service
 * @param terms who and what it is made of
 * @param endedOn the day of the end that is taken back, Europe/Paris
 */
public record PairEndUndone(String pair, String proposal, PairTerms terms, LocalDate endedOn) {}
