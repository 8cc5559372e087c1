package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A side did not say in time how a pair goes (FR: point d’étape sans réponse).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.check-in-overdue.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param number which time it was, from 1
 * @param side who was asked: MENTOR, STRUCTURE or REFERENT
 * @param answerBy last day on which an answer was in time, Europe/Paris
 */
public record CheckInOverdue(String pair, int number, String side, LocalDate answerBy) {}
