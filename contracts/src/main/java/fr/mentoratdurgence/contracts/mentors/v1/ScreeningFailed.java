package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * The interview was held; the application stops here.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.screening-failed.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param reason AVAILABILITY, MOTIVATION, SKILLS, OTHER
 * @param heldOn day of the interview, Europe/Paris
 */
public record ScreeningFailed(String mentor, String reason, LocalDate heldOn) {}
