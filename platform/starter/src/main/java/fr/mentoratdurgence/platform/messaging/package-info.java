/**
 * Between services: the store is tailed to Kafka, an inbox hears each event once, dead letters wait with their cause.
 */
@NullMarked
package fr.mentoratdurgence.platform.messaging;

import org.jspecify.annotations.NullMarked;
