package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * The interview was held and passed (FR: entretien).
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.screening-passed.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param heldOn day of the interview, Europe/Paris
 */
public record ScreeningPassed(String mentor, LocalDate heldOn) {}
