package fr.mentoratdurgence.contracts.needs.v1;

import java.time.LocalDate;

/**
 * Nobody called the structure's contact by the day that was promised.
 *
 * <p>Topic {@code needs.v1}, key {@code need}, type {@code needs.need-contact-overdue.v1}.
 *
 * @param need the need's stream in needs-service
 * @param dueOn the last day on which the first call would have been in time, Europe/Paris
 */
public record NeedContactOverdue(String need, LocalDate dueOn) {}
