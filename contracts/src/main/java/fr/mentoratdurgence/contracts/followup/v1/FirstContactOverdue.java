package fr.mentoratdurgence.contracts.followup.v1;

import java.time.Instant;

/**
 * The deadline passed in silence.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.first-contact-overdue.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param dueAt the deadline
 */
public record FirstContactOverdue(String pair, Instant dueAt) {}
