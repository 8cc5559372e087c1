package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;

/**
 * Nothing is proposed to the mentor until a coordinator decides; other pairs go on, and are looked at.
 *
 * <p>Topic {@code matching.v1}, key the mentor's load, type {@code matching.mentor-held.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param reason SAFEGUARDING
 * @param heldAt when
 */
public record MentorHeld(String mentor, String reason, Instant heldAt) {}
