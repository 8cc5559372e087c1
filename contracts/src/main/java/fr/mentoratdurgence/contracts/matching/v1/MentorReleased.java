package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;

/**
 * A coordinator has decided of a mentor who was held back after a pair was interrupted to protect the young person: the
 * mentor may be proposed again.
 *
 * <p>Topic {@code matching.v1}, key the mentor's load, type {@code matching.mentor-released.v1}.
 *
 * @param mentor the mentor's stream in mentor-service
 * @param reason CLEARED, RECORDED_BY_MISTAKE, OTHER
 * @param releasedAt when the coordinator decided
 */
public record MentorReleased(String mentor, String reason, Instant releasedAt) {}
