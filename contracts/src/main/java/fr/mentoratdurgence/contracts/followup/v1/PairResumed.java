package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A pause was ended before its last day, or before it began (FR: reprise).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-resumed.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who says so: MENTOR, STRUCTURE or OPERATION
 * @param resumedOn day from which it goes on, Europe/Paris
 */
public record PairResumed(String pair, String side, LocalDate resumedOn) {}
