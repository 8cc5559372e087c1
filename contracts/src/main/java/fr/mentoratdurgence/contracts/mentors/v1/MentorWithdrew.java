package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * The mentor leaves the operation; nothing new is proposed.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.mentor-withdrew.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param reason NO_TIME, MOVED, ILLNESS, NOT_SUITED, ERASURE, OTHER
 * @param withdrewOn day, Europe/Paris
 */
public record MentorWithdrew(String mentor, String reason, LocalDate withdrewOn) {}
