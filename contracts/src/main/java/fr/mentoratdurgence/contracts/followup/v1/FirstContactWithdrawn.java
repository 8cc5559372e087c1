package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * What had been confirmed as the first contact was none (FR: premier contact retiré).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.first-contact-withdrawn.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param contactedOn the day that had been confirmed, Europe/Paris
 */
public record FirstContactWithdrawn(String pair, LocalDate contactedOn) {}
