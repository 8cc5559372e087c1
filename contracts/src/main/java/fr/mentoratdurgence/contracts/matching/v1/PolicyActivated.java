package fr.mentoratdurgence.contracts.matching.v1;

import java.time.Instant;

/**
 * Runs follow this version of the policy from now on.
 *
 * <p>Topic {@code matching.v1}, key {@code policy}, type {@code matching.policy-activated.v1}.
 *
 * @param policy the stream of the policy in matching-service
 * @param version a version that was published before
 * @param activatedAt when
 */
public record PolicyActivated(String policy, int version, Instant activatedAt) {}
