package fr.mentoratdurgence.followup.pairs;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which rules are in force.
 *
 * @param policy version of the rules of follow-up, see {@link FollowupPolicy}
 */
@ConfigurationProperties("followup")
record FollowupSettings(int policy) {}
