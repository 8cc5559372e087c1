package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;

/**
 * A call that was noted was none; or it went otherwise, and is told anew by the next fact.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.contact-attempt-undone.v1}.
 *
 * @param need the need's stream in needs-service
 * @param referent pseudonymous account of the référent who was said to have called
 * @param reached whether somebody was said to have been reached
 * @param occurredOn the day of the call that is taken back, Europe/Paris
 * @param overdue whether the day is over again by which somebody should have called, and nobody has
 */
public record ContactAttemptUndone(
        String need, String referent, boolean reached, LocalDate occurredOn, boolean overdue) {}
