package fr.mentoratdurgence.contracts.followup.v1;

import java.time.Instant;

/**
 * Somebody of the team answers for a worry from now on.
 *
 * <p>Topic {@code followup.v1}, key {@code concern}, type {@code followup.concern-acknowledged.v1}.
 *
 * @param concern the worry's stream in followup-service
 * @param acknowledgedAt when
 */
public record ConcernAcknowledged(String concern, Instant acknowledgedAt) {}
