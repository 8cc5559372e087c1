package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * The mentor completed a training module.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.training-completed.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param module code of the module
 * @param completedOn day, Europe/Paris
 */
public record TrainingCompleted(String mentor, String module, LocalDate completedOn) {}
