package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * An alert was settled or put off by mistake: it stands as it was raised.
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.engagement-alert-reopened.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param kind why somebody should look
 * @param since the day to which that refers, Europe/Paris
 * @param raisedOn the day on which it was noticed, Europe/Paris
 */
public record EngagementAlertReopened(String pair, String kind, LocalDate since, LocalDate raisedOn) {}
