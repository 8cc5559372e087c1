package fr.mentoratdurgence.reporting.webhooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How partners are told; the defaults stand in {@code application.yml}.
 *
 * @param patience for a connection, and for each part of an answer
 * @param giveUp   how long an address may fail before it is paused
 * @param local    whether addresses of this machine and of private networks may be told, and without TLS: for a rehearsal
 */
@ConfigurationProperties("mentorat.webhooks")
record WebhookSettings(Duration patience, Duration giveUp, boolean local) {}
