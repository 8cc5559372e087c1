package fr.mentoratdurgence.contracts.followup.v1;

import fr.mentoratdurgence.contracts.matching.v1.PairTerms;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A pair begins (FR: binôme).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-opened.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param proposal the proposal's stream in matching-service
 * @param terms who and what it is made of
 * @param openedOn day, Europe/Paris
 * @param firstContactDueAt deadline of the first contact
 */
public record PairOpened(
        String pair, String proposal, PairTerms terms, LocalDate openedOn, Instant firstContactDueAt) {}
