package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * The team has looked into the mentor's file, and the mentor may be proposed again.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.mentor-review-ended.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param endedOn day of the decision, Europe/Paris
 */
public record MentorReviewEnded(String mentor, LocalDate endedOn) {}
