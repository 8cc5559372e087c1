package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * Somebody should look at a pair (FR: alerte d’engagement).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.engagement-alert-raised.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param kind why, such as SILENCE, NO_SHOW_STREAK or TOO_FEW_HOURS; one of a kind is open at a time
 * @param measure how much of it: sessions missed in a row, days of silence, minutes in the weeks looked at, what was answered, or what a side asks for (1 a call, 2 a change)
 * @param since day to which that refers, Europe/Paris
 * @param raisedOn day on which it was noticed by the rules, Europe/Paris
 * @param policy version of the rules of follow-up, from 1
 */
public record EngagementAlertRaised(
        String pair, String kind, int measure, LocalDate since, LocalDate raisedOn, int policy) {}
