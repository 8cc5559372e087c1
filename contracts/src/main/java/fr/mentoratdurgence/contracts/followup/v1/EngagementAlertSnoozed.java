package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * An alert is put off until a day (FR: alerte reportée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.engagement-alert-snoozed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param kind of the alert
 * @param until from this day on it is shown again, Europe/Paris
 */
public record EngagementAlertSnoozed(String pair, String kind, LocalDate until) {}
