package fr.mentoratdurgence.contracts.mentors.v1;

import java.time.LocalDate;

/**
 * The team looks into an active mentor's file: nothing is proposed until it has decided. Why is told to nobody.
 *
 * <p>Topic {@code mentors.v1}, key {@code mentor}, type {@code mentors.mentor-held-for-review.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param heldOn day from which nothing is proposed, Europe/Paris
 */
public record MentorHeldForReview(String mentor, LocalDate heldOn) {}
