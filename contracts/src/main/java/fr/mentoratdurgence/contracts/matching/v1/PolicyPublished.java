package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;
import java.util.List;

/**
 * A version of the matching policy can be activated from now on; it never changes (FR: règle d’appariement). Only what
 * the final assessment compares with travels: the floors.
 *
 * <p>Topic {@code matching.v1}, key {@code policy}, type {@code matching.policy-published.v1}.
 *
 * @param policy the stream of the policy in matching-service
 * @param version 1, 2, 3…
 * @param floors floors by priority audience; empty = none
 * @param publishedAt when
 */
public record PolicyPublished(String policy, int version, List<AudienceFloor> floors, Instant publishedAt) {}
