package fr.mentoratdurgence.platform;

import java.time.Instant;

/**
 * How far a service has told: all that it recorded until an instant stands before this in its partition of the topic.
 * Travels between the facts, is none itself, and lets a silent service be told from one that is behind.
 *
 * @param topic where it tells
 * @param partition the partition that this stands in
 * @param partitions how many the topic has: all of them together are the service's position
 * @param recordedUntil record time up to which everything was told
 * @param position number of the last event of the store that is covered
 */
public record PublisherPosition(String topic, int partition, int partitions, Instant recordedUntil, long position) {
    /** The name under which it travels. */
    public static final String TYPE = "platform.publisher-position.v1";
}
