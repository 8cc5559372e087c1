package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * Mentor and young person have spoken.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.first-contact-confirmed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who said so: MENTOR, YOUTH, STRUCTURE or OPERATION
 * @param contactedOn day of the first contact, Europe/Paris
 */
public record FirstContactConfirmed(String pair, String side, LocalDate contactedOn) {}
