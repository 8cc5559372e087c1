package fr.mentoratdurgence.contracts.followup.v1;

import java.time.LocalDate;

/**
 * A pair pauses for a time; its place stays taken (FR: pause).
 *
 * <p>Topic {@code followup.v1}, key {@code pair}, type {@code followup.pair-paused.v1}.
 *
 * @param pair the pair's stream in followup-service
 * @param side who says so: MENTOR, STRUCTURE or OPERATION
 * @param reason MENTOR_AWAY, YOUTH_AWAY, HOLIDAYS or OTHER
 * @param from first day, Europe/Paris
 * @param until last day, Europe/Paris
 */
public record PairPaused(String pair, String side, String reason, LocalDate from, LocalDate until) {}
