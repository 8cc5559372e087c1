package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * An alert is settled, with what was done (FR: alerte traitée).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.engagement-alert-resolved.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param kind of the alert
 * @param outcome what was done or found, such as CALLED_MENTOR or CONTACT_MADE
 * @param resolvedOn day, Europe/Paris
 */
public record EngagementAlertResolved(String pair, String kind, String outcome, LocalDate resolvedOn) {}
