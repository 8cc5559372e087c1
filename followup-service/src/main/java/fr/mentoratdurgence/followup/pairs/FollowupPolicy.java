package fr.mentoratdurgence.followup.pairs;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The delays that follow-up works with.
 *
 * @param firstContactDays      days from the opening of a pair to the deadline of its first contact
 * @param silentAfterDays       a live pair without a contact for longer than this is an alert
 * @param priorityHeadStartDays how many days of waiting a priority audience counts for on the call-back list
 */
@ConfigurationProperties("followup")
public record FollowupPolicy(
        @DefaultValue("2") int firstContactDays,
        @DefaultValue("14") int silentAfterDays,
        @DefaultValue("3") int priorityHeadStartDays) {}
