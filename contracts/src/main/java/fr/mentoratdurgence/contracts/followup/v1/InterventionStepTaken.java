package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * The team went one step further with a mentor (FR: étape d’intervention).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.intervention-step-taken.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param mentor the mentor's stream in mentor-service
 * @param step CALL, WARNING, PROBATION: nothing new is proposed to the mentor until PROBATION_ENDED
 * @param takenOn day, Europe/Paris
 */
public record InterventionStepTaken(String pair, String mentor, String step, LocalDate takenOn) {}
