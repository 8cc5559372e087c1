package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * The mentor accepted the charter.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.charter-accepted.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param version version of the charter
 * @param acceptedOn day, Europe/Paris
 */
public record CharterAccepted(String mentor, int version, LocalDate acceptedOn) {}
