package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * The mentor was introduced to the young person (FR: mise en relation faite).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.introduction-confirmed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who said so: MENTOR, YOUTH, STRUCTURE or OPERATION
 * @param introducedOn day of the introduction, Europe/Paris
 */
public record IntroductionConfirmed(String pair, String side, LocalDate introducedOn) {}
