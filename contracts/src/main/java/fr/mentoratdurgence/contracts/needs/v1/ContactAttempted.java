package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;

/**
 * A référent tried to reach the structure's contact.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.contact-attempted.v1}.
 *
 * @param need the need's stream in needs-service
 * @param referent pseudonymous account of the référent
 * @param reached whether someone answered
 * @param occurredOn day of the attempt, Europe/Paris
 */
public record ContactAttempted(String need, String referent, boolean reached, LocalDate occurredOn) {}
