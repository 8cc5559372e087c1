package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;

/**
 * A coordinator has decided of a mentor who was held back: nothing is proposed to him or her any more.
 *
 * <p>Topic {@code matching.v1}, key the mentor's load, type {@code matching.mentor-excluded.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param reason DANGER_TO_YOUNG_PEOPLE, RULES_BROKEN, OTHER
 * @param excludedAt when the coordinator decided
 */
public record MentorExcluded(String mentor, String reason, Instant excludedAt) {}
